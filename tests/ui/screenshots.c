/* SPDX-License-Identifier: GPL-3.0-or-later */

/* screenshots LOOK FOLDER [PICTURE…]: pictures of the window as it is with an example, for eyes to
 * judge; see ./dev screenshots. No test by itself: it has no opinion of what it sees, but that the
 * window fits the screen it is meant for.
 */

#include "ui/window.h"

#include <string.h>

#include "engine/applicant.h"
#include "engine/school.h"
#include "support/temp-folder.h"
#include "state-folder.h"
#include "ui/application.h"
#include "ui/dossier-view.h"
#include "ui/error-page.h"
#include "ui/language.h"
#include "ui/preview/preview-page.h"
#include "ui/start-page.h"
#include "ui/step-page.h"
#include "ui/subsidy-panel.h"

/* The smallest screen that is in use in mairies. */
#define WIDTH 1366
#define HEIGHT 768
/* What gtk-xft-dpi is at 100 % text, in its own unit. */
#define NORMAL_TEXT_SIZE (96 * 1024)
/* A day before the deadline of the example, after the session of its council. */
#define TODAY "2021-03-16"
/* What changes no more for so long is settled, in milliseconds. */
#define CALM 120
#define PATIENCE 20000
/* What meson takes for a test that could not be run. */
#define NO_DISPLAY 77

typedef struct {
  const char *name;
  const char *variable;   /* of libadwaita, for what it takes from the desktop */
  const char *value;
  int         text_size;  /* in per cent */
} Look;

static const Look LOOKS[] = {
  { "clair", NULL, NULL, 100 },
  { "sombre", "ADW_DEBUG_COLOR_SCHEME", "prefer-dark", 100 },
  { "contraste", "ADW_DEBUG_HIGH_CONTRAST", "1", 100 },
  { "grand-texte", NULL, NULL, 200 },
};

static const char *const STEPS[VOLETS_N_STEPS] = {
  "1-collectivite", "2-ecoles", "3-equipement", "4-services",
  "5-accompagnement", "6-financement", "7-pieces", "8-depot",
};

typedef struct {
  const Look         *look;
  const char         *folder;
  const char *const  *wanted;       /* beginnings of names; none is all */
  VoletsApplication  *application;
  VoletsWindow       *window;
  guint               n_pictures;
  gboolean            is_too_large;
} Session;

static const Look *
find_look (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LOOKS); i++)
    {
      if (g_str_equal (LOOKS[i].name, name))
        return &LOOKS[i];
    }

  return NULL;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
calm_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (CALM, calm_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* The first that is shown, which may take a moment. */
static GtkWidget *
wait_for (Session *self,
          GType    type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * 1000;
  GtkWidget *found;

  do
    {
      wait ();
      found = find_widget (GTK_WIDGET (self->window), type);
    }
  while (found == NULL && g_get_monotonic_time () < end);
  if (found == NULL)
    g_error ("There is no %s", g_type_name (type));

  return found;
}

/* A window without a window manager is never the active one, and would be dimmed.
 * Returns: (nullable): %NULL before it is laid out for the first time
 */
static cairo_surface_t *
draw (Session *self)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *picture;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_BACKDROP)
    {
      gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_BACKDROP);
      wait ();
    }

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));

  /* Without the opacity, which is the same everywhere and would make the file larger. */
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (picture),
                        (gsize) cairo_image_surface_get_stride (picture));
  cairo_surface_mark_dirty (picture);

  return picture;
}

static gboolean
are_same (cairo_surface_t *a,
          cairo_surface_t *b)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (a);
  gsize height = (gsize) cairo_image_surface_get_height (a);

  return stride == (gsize) cairo_image_surface_get_stride (b)
         && height == (gsize) cairo_image_surface_get_height (b)
         && memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                    stride * height) == 0;
}

/* Until it looks the same twice: what is computed, laid out or read from files comes later. */
static cairo_surface_t *
draw_settled (Session *self)
{
  cairo_surface_t *picture;
  gint64 end = g_get_monotonic_time () + PATIENCE * 1000;

  wait ();
  picture = draw (self);
  while (g_get_monotonic_time () < end)
    {
      cairo_surface_t *last = picture;
      gboolean is_settled;

      wait ();
      picture = draw (self);
      is_settled = last != NULL && picture != NULL && are_same (last, picture);
      g_clear_pointer (&last, cairo_surface_destroy);
      if (is_settled)
        return picture;
    }

  g_error ("The window does not come to rest");
}

/* A window grows to hold what does not fit in it. */
static void
check_size (Session    *self,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);

  if (texture == NULL)
    g_error ("%s", error->message);
  if (gdk_texture_get_width (texture) == WIDTH && gdk_texture_get_height (texture) == HEIGHT)
    return;

  g_printerr ("%s mesure %d × %d et non %d × %d\n", path, gdk_texture_get_width (texture),
              gdk_texture_get_height (texture), WIDTH, HEIGHT);
  self->is_too_large = TRUE;
}

static void
save_picture (Session    *self,
              const char *name,
              const char *part)
{
  g_autofree char *file = g_strconcat (name, "-", self->look->name, part, ".png", NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  cairo_surface_t *picture = draw_settled (self);
  g_autoptr (GdkPixbuf) pixbuf =
    gdk_pixbuf_get_from_surface (picture, 0, 0, cairo_image_surface_get_width (picture),
                                 cairo_image_surface_get_height (picture));
  g_autoptr (GError) error = NULL;

  if (!gdk_pixbuf_save (pixbuf, path, "png", &error, "compression", "9", NULL))
    g_error ("%s", error->message);
  cairo_surface_destroy (picture);
  check_size (self, path);
  self->n_pictures++;
}

static GtkAdjustment *
find_scroll (GtkWidget *content)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (content, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    scroller = find_widget (content, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL
           ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
}

/* @content is what is longer than the window, if anything is: its end is another picture. */
static void
take (Session    *self,
      const char *name,
      GtkWidget  *content)
{
  GtkAdjustment *scroll = find_scroll (content);

  save_picture (self, name, "");
  if (scroll == NULL
      || gtk_adjustment_get_upper (scroll) <= gtk_adjustment_get_page_size (scroll))
    return;

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  save_picture (self, name, "-bas");
}

static gboolean
is_wanted (Session    *self,
           const char *name)
{
  if (self->wanted[0] == NULL)
    return TRUE;

  for (guint i = 0; self->wanted[i] != NULL; i++)
    {
      if (g_str_has_prefix (name, self->wanted[i]))
        return TRUE;
    }

  return FALSE;
}

/* As a maximized one, which there is none of without a window manager: the whole screen, without
 * the frame that a window is given where nobody draws shadows.
 */
static void
open_window (Session *self)
{
  self->window = volets_window_new (GTK_APPLICATION (self->application));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_widget_realize (GTK_WIDGET (self->window));
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), "solid-csd");
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "maximized");
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
close_window (Session *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait ();
}

static VoletsDossierView *
open_dossier (Session    *self,
              const char *action,
              const char *target)
{
  VoletsEditor *editor;

  open_window (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, "s", target);
  editor = volets_window_get_editor (self->window);
  g_assert_nonnull (editor);
  volets_editor_set_today (editor, TODAY);
  volets_editor_flush (editor);

  return VOLETS_DOSSIER_VIEW (wait_for (self, VOLETS_TYPE_DOSSIER_VIEW));
}

static VoletsDossierView *
open_example (Session *self)
{
  return open_dossier (self, "win.open-example", "vaison-la-romaine");
}

static void
take_step (Session           *self,
           VoletsDossierView *view,
           VoletsStep         step,
           const char        *part)
{
  g_autofree char *name = g_strconcat (STEPS[step], part, NULL);

  if (!is_wanted (self, name))
    return;

  volets_dossier_view_open_step (view, step);
  take (self, name, wait_for (self, VOLETS_TYPE_STEP_PAGE));
}

static void
take_start (Session *self)
{
  if (!is_wanted (self, "0-accueil"))
    return;

  open_window (self);
  take (self, "0-accueil", wait_for (self, VOLETS_TYPE_START_PAGE));
  close_window (self);
}

static void
take_refusal (Session *self)
{
  VoletsTestFolder folder;

  if (!is_wanted (self, "0-refus"))
    return;

  volets_test_folder_set_up (&folder, NULL);
  volets_test_save (folder.file, "<dossier xmlns=\"urn:volets:dossier:1\">", NULL);
  open_window (self);
  volets_window_open_file (self->window, folder.file);
  take (self, "0-refus", wait_for (self, VOLETS_TYPE_ERROR_PAGE));
  close_window (self);
  volets_test_folder_tear_down (&folder, NULL);
}

static void
take_steps (Session *self)
{
  VoletsDossierView *view = open_example (self);

  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    take_step (self, view, i, "");
  close_window (self);
}

static void
take_empty_steps (Session *self)
{
  VoletsDossierView *view = open_dossier (self, "win.new-dossier", "snee-2021");

  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    take_step (self, view, i, "-vide");
  close_window (self);
}

static void
take_mistakes (Session *self)
{
  VoletsDossierView *view = open_example (self);
  VoletsEditor *editor = volets_window_get_editor (self->window);
  VoletsDossier *dossier = volets_editor_get_dossier (editor);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  GListModel *schools = G_LIST_MODEL (volets_dossier_get_list (dossier, VOLETS_SECTION_SCHOOLS));
  g_autoptr (VoletsRecord) school = g_list_model_get_item (schools, 0);

  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, NULL);
  volets_record_set_text (applicant, VOLETS_APPLICANT_SIRET, "21840137000019");
  volets_record_set_text (applicant, VOLETS_APPLICANT_EMAIL, "mairie");
  volets_record_set_text (school, VOLETS_SCHOOL_UAI, "0849001A");
  volets_editor_flush (editor);
  take_step (self, view, VOLETS_STEP_APPLICANT, "-erreurs");
  take_step (self, view, VOLETS_STEP_SCHOOLS, "-erreurs");
  take_step (self, view, VOLETS_STEP_FILING, "-erreurs");
  close_window (self);
}

static void
take_computation (Session *self)
{
  GtkWidget *panel;

  if (!is_wanted (self, "9-calcul"))
    return;

  open_example (self);
  panel = wait_for (self, VOLETS_TYPE_SUBSIDY_PANEL);
  gtk_expander_set_expanded (GTK_EXPANDER (find_widget (panel, GTK_TYPE_EXPANDER)), TRUE);
  take (self, "9-calcul", find_widget (panel, GTK_TYPE_EXPANDER));
  close_window (self);
}

/* The page is being drawn for a while after it is there. */
static void
take_preview (Session *self)
{
  VoletsPreviewPage *preview;

  if (!is_wanted (self, "9-apercu"))
    return;

  open_example (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preview", "s", "summary");
  preview = VOLETS_PREVIEW_PAGE (wait_for (self, VOLETS_TYPE_PREVIEW_PAGE));
  while (!volets_preview_page_is_ready (preview))
    g_main_context_iteration (NULL, TRUE);
  save_picture (self, "9-apercu", "");
  close_window (self);
}

/* What a desktop would tell: the font of GNOME, no movement, the size of the text. */
static void
set_up_display (const Look *look)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-font-name", "Cantarell 11",
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-xft-dpi", NORMAL_TEXT_SIZE * look->text_size / 100,
                NULL);
}

static gboolean
start (Session *self)
{
  g_autoptr (GError) error = NULL;

  if (self->look->variable != NULL)
    g_setenv (self->look->variable, self->look->value, TRUE);
  volets_language_set_up (LOCALEDIR);
  if (!gtk_init_check ())
    {
      g_printerr ("Il faut un écran, par exemple celui de xvfb-run.\n");
      return FALSE;
    }
  set_up_display (self->look);

  g_set_application_name ("Volets");
  self->application = volets_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (self->application));

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  Session session = { 0 };

  session.look = argc > 2 ? find_look (argv[1]) : NULL;
  if (session.look == NULL)
    {
      g_printerr ("Usage : screenshots clair|sombre|contraste|grand-texte DOSSIER [IMAGE…]\n");
      return 2;
    }
  session.folder = argv[2];
  session.wanted = (const char *const *) argv + 3;

  volets_test_state_set_up ();
  g_setenv ("XDG_DATA_HOME", g_getenv ("XDG_STATE_HOME"), TRUE);
  if (!start (&session))
    return NO_DISPLAY;

  take_start (&session);
  take_refusal (&session);
  take_steps (&session);
  take_empty_steps (&session);
  take_mistakes (&session);
  take_computation (&session);
  take_preview (&session);

  g_object_unref (session.application);
  volets_test_state_tear_down ();
  g_print ("%u images dans %s\n", session.n_pictures, session.folder);

  return session.is_too_large || session.n_pictures == 0 ? 1 : 0;
}
