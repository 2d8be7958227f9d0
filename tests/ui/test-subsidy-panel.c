/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/subsidy-panel.h"

#include <string.h>

#include "engine/expense.h"
#include "support/calls.h"
#include "support/dossier-builder.h"
#include "display.h"

typedef struct {
  VoletsCall    *call;
  VoletsDossier *dossier;
  VoletsRecord  *expense;
  GtkWidget     *panel;    /* a strong reference */
  GtkAccessible *status;   /* in the panel */
} Fixture;

static GtkAccessible *
find_status (GtkWidget *widget)
{
  GtkAccessible *found = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_STATUS)
    return GTK_ACCESSIBLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_status (child);

  return found;
}

/* One class, and as much equipment. */
static void
show (Fixture *fixture,
      gint64   centimes)
{
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  g_autoptr (GError) error = NULL;

  volets_record_set_number (fixture->expense, VOLETS_EXPENSE_UNIT_PRICE, centimes);
  subsidy = volets_subsidy_compute (fixture->call, fixture->dossier, &error);
  g_assert_no_error (error);
  volets_subsidy_panel_set_subsidy (VOLETS_SUBSIDY_PANEL (fixture->panel), subsidy);
}

static gboolean
says (Fixture    *fixture,
      const char *subsidy,
      const char *left)
{
  g_autofree char *text = g_strdup_printf ("State subsidy: %s; left to the applicant: %s", subsidy,
                                           left);
  g_autofree char *difference =
    gtk_test_accessible_check_property (fixture->status, GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  return difference == NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->call = volets_test_find_call ("snee-2021");
  fixture->dossier = volets_dossier_new ("snee-2021");
  volets_test_add_school (fixture->dossier, "e1", "84137", VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 20);
  fixture->expense =
    volets_test_add_expense (fixture->dossier, VOLETS_SECTION_EQUIPMENT, NULL, 100000);
  fixture->panel = g_object_ref_sink (g_object_new (VOLETS_TYPE_SUBSIDY_PANEL, NULL));
  fixture->status = find_status (fixture->panel);
  g_assert_nonnull (fixture->status);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->panel);
  g_object_unref (fixture->dossier);
  volets_call_unref (fixture->call);
}

static void
test_first_amount_is_heard_at_once (Fixture       *fixture,
                                    gconstpointer  data)
{
  show (fixture, 100000);
  g_assert_true (says (fixture, "700,00\u00a0€", "300,00\u00a0€"));
}

/* 2, 20, 200 and 2 000 €, as somebody types it. */
static void
test_amount_is_heard_once_it_has_settled (Fixture       *fixture,
                                          gconstpointer  data)
{
  show (fixture, 100000);
  for (gint64 centimes = 200; centimes <= 200000; centimes *= 10)
    {
      show (fixture, centimes);
      g_assert_true (says (fixture, "700,00\u00a0€", "300,00\u00a0€"));
    }

  VOLETS_TEST_WAIT (!says (fixture, "700,00\u00a0€", "300,00\u00a0€"));
  g_assert_true (says (fixture, "1\u202f400,00\u00a0€", "600,00\u00a0€"));
}

static void
test_panel_may_go_before_it_has_settled (Fixture       *fixture,
                                         gconstpointer  data)
{
  show (fixture, 100000);
  show (fixture, 200000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!volets_test_display_open ())
    return 0;

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/subsidy-panel/the-first-amount-is-heard-at-once", test_first_amount_is_heard_at_once);
  ADD ("/subsidy-panel/an-amount-is-heard-once-it-has-settled",
       test_amount_is_heard_once_it_has_settled);
  ADD ("/subsidy-panel/it-may-go-before-the-amount-has-settled",
       test_panel_may_go_before_it_has_settled);

  return g_test_run ();
}
