/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/subsidy-figures.h"

#include <string.h>

#include "engine/field.h"
#include "engine/money.h"

typedef struct {
  const char *name;
  gsize       offset;
  gboolean    is_boolean;
} Figure;

#define FIGURE(type, name, member) { name, G_STRUCT_OFFSET (type, member), FALSE }
#define BOOLEAN(type, name, member) { name, G_STRUCT_OFFSET (type, member), TRUE }

static const Figure TOTALS[] = {
  FIGURE (VoletsSubsidy, "schools", n_schools),
  FIGURE (VoletsSubsidy, "classes", n_classes),
  FIGURE (VoletsSubsidy, "pupils", n_pupils),
  FIGURE (VoletsSubsidy, "communes", n_communes),
  FIGURE (VoletsSubsidy, "ht", declared_amounts.excluding_tax),
  FIGURE (VoletsSubsidy, "tva", declared_amounts.tax),
  FIGURE (VoletsSubsidy, "ttc", declared_amounts.including_tax),
  FIGURE (VoletsSubsidy, "declared", declared),
  FIGURE (VoletsSubsidy, "eligible", eligible),
  FIGURE (VoletsSubsidy, "retained", retained),
  FIGURE (VoletsSubsidy, "amount", amount),
  FIGURE (VoletsSubsidy, "rate", effective_rate),
  FIGURE (VoletsSubsidy, "left", remainder),
  FIGURE (VoletsSubsidy, "public", public_funders),
  FIGURE (VoletsSubsidy, "private", private_funders),
  FIGURE (VoletsSubsidy, "own", own_share),
  FIGURE (VoletsSubsidy, "own-rate", own_share_rate),
  FIGURE (VoletsSubsidy, "own-needed", own_share_needed),
  BOOLEAN (VoletsSubsidy, "own-enough", own_share_enough),
  { NULL },
};

static const Figure VOLET[] = {
  FIGURE (VoletsVoletResult, "ht", declared_amounts.excluding_tax),
  FIGURE (VoletsVoletResult, "tva", declared_amounts.tax),
  FIGURE (VoletsVoletResult, "ttc", declared_amounts.including_tax),
  FIGURE (VoletsVoletResult, "declared", declared),
  FIGURE (VoletsVoletResult, "eligible", eligible),
  FIGURE (VoletsVoletResult, "retained", retained),
  FIGURE (VoletsVoletResult, "amount", amount),
  FIGURE (VoletsVoletResult, "next", next_euro),
  FIGURE (VoletsVoletResult, "headroom", headroom),
  { NULL },
};

static const Figure UNIT[] = {
  FIGURE (VoletsUnitResult, "schools", n_schools),
  FIGURE (VoletsUnitResult, "classes", n_classes),
  FIGURE (VoletsUnitResult, "pupils", n_pupils),
  FIGURE (VoletsUnitResult, "eligible", eligible),
  FIGURE (VoletsUnitResult, "shared", shared),
  FIGURE (VoletsUnitResult, "retained", retained),
  FIGURE (VoletsUnitResult, "amount", amount),
  FIGURE (VoletsUnitResult, "next", next_euro),
  FIGURE (VoletsUnitResult, "headroom", headroom),
  { NULL },
};

static const Figure LIMIT[] = {
  FIGURE (VoletsLimitResult, "count", count),
  FIGURE (VoletsLimitResult, "limit", limit),
  FIGURE (VoletsLimitResult, "value", value),
  FIGURE (VoletsLimitResult, "cut", cut),
  FIGURE (VoletsLimitResult, "headroom", headroom),
  BOOLEAN (VoletsLimitResult, "binding", binding),
  { NULL },
};

static const Figure BRACKET[] = {
  FIGURE (VoletsBracketResult, "from", from),
  FIGURE (VoletsBracketResult, "base", base),
  FIGURE (VoletsBracketResult, "amount", amount),
  { NULL },
};

static gint64
read_figure (const Figure *figure,
             const void   *holder)
{
  if (figure->is_boolean)
    return *(const gboolean *) G_STRUCT_MEMBER_P (holder, figure->offset);

  return *(const gint64 *) G_STRUCT_MEMBER_P (holder, figure->offset);
}

static gint64
find_figure (const Figure *figures,
             const void   *holder,
             const char   *name)
{
  for (; figures->name != NULL; figures++)
    {
      if (g_str_equal (figures->name, name))
        return read_figure (figures, holder);
    }

  g_error ("there is no figure called « %s »", name);
}

static const VoletsVoletResult *
find_volet (const VoletsSubsidy *subsidy,
            const char          *id)
{
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);

      if (g_str_equal (volet->rule->id, id))
        return volet;
    }

  g_error ("there is no volet called « %s »", id);
}

static const VoletsUnitResult *
find_unit (const VoletsVoletResult *volet,
           const char              *key)
{
  for (guint i = 0; i < volet->units->len; i++)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (volet->units, i);

      if (g_str_equal (unit->key != NULL ? unit->key : "*", key))
        return unit;
    }

  g_error ("there is no unit called « %s »", key);
}

/* « ceiling2.cut », or « ceilings » for how many there are. */
static gint64
find_line (const GArray  *lines,
           const Figure  *figures,
           const char    *singular,
           gchar        **names)
{
  const char *index = names[0] + strlen (singular);
  guint64 number;

  if (g_str_equal (index, "s"))
    return lines->len;

  number = g_ascii_strtoull (index, NULL, 10);
  g_assert_cmpuint (number, >=, 1);
  g_assert_cmpuint (number, <=, lines->len);
  g_assert_nonnull (names[1]);

  return find_figure (figures,
                      lines->data + (number - 1) * g_array_get_element_size ((GArray *) lines),
                      names[1]);
}

/**
 * volets_test_find_figure:
 * @subsidy: a subsidy
 * @path: « amount » of the whole; « equipement.amount » of a volet, « equipement/A.amount » of its
 *   unit A (« * » where that is the project); « equipement/A.ceiling1.cut », « .bracket2.base »,
 *   « .floor1.value » of a line of it, « equipement.ceiling1.cut » of one wider than a unit;
 *   « .ceilings », « .brackets », « .floors », « equipement.units » for how many there are
 *
 * Returns: the figure; the test fails where there is none
 */
gint64
volets_test_find_figure (const VoletsSubsidy *subsidy,
                         const char          *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  g_auto (GStrv) place = g_strsplit (names[0], "/", 2);
  const VoletsVoletResult *volet;
  const VoletsUnitResult *unit;

  if (names[1] == NULL)
    return find_figure (TOTALS, subsidy, names[0]);

  volet = find_volet (subsidy, place[0]);
  if (place[1] == NULL)
    {
      if (g_str_has_prefix (names[1], "ceiling"))
        return find_line (volet->ceilings, LIMIT, "ceiling", names + 1);
      if (g_str_equal (names[1], "units"))
        return volet->units->len;
      return find_figure (VOLET, volet, names[1]);
    }

  unit = find_unit (volet, place[1]);
  if (g_str_has_prefix (names[1], "ceiling"))
    return find_line (unit->ceilings, LIMIT, "ceiling", names + 1);
  if (g_str_has_prefix (names[1], "bracket"))
    return find_line (unit->brackets, BRACKET, "bracket", names + 1);
  if (g_str_has_prefix (names[1], "floor"))
    return find_line (unit->floors, LIMIT, "floor", names + 1);

  return find_figure (UNIT, unit, names[1]);
}

static gint64
read_expected (const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean is_negative = *text == '-';
  gint64 value = 0;

  if (g_str_equal (text, "none"))
    return VOLETS_UNSET;
  if (strchr (text, '.') == NULL)
    return g_ascii_strtoll (text, NULL, 10);

  volets_money_parse (text + is_negative, &value, &error);
  g_assert_no_error (error);

  return is_negative ? -value : value;
}

/**
 * volets_test_check_figures:
 * @subsidy: a subsidy
 * @expected: « PATH=VALUE » words with spaces between them; a value with a point is euros or per
 *   cent, one without is a number as it is, « none » is VOLETS_UNSET
 *
 * Fails, with every figure, where one is not the expected one.
 */
void
volets_test_check_figures (const VoletsSubsidy *subsidy,
                           const char          *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
      gint64 value;

      if (*words[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (sides), ==, 2);
      value = volets_test_find_figure (subsidy, sides[0]);
      if (value != read_expected (sides[1]))
        {
          g_autofree char *all = volets_test_list_figures (subsidy);

          g_error ("%s is %" G_GINT64_FORMAT " instead of %s\n%s", sides[0], value, sides[1],
                   all);
        }
    }
}

static void
list_holder (GString      *list,
             const char   *title,
             const Figure *figures,
             const void   *holder)
{
  g_string_append (list, title);
  for (; figures->name != NULL; figures++)
    g_string_append_printf (list, " %s=%" G_GINT64_FORMAT, figures->name,
                            read_figure (figures, holder));
  g_string_append_c (list, '\n');
}

static void
list_lines (GString      *list,
            const char   *title,
            const Figure *figures,
            const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    list_holder (list, title, figures,
                 lines->data + i * g_array_get_element_size ((GArray *) lines));
}

/**
 * volets_test_list_figures:
 * @subsidy: a subsidy
 *
 * Returns: (transfer full): every figure of @subsidy, in its order, to be read by a person
 */
char *
volets_test_list_figures (const VoletsSubsidy *subsidy)
{
  GString *list = g_string_new (NULL);

  list_holder (list, "subsidy", TOTALS, subsidy);
  for (guint i = 0; i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (subsidy->volets, i);

      list_holder (list, volet->rule->id, VOLET, volet);
      list_lines (list, "  wide ceiling", LIMIT, volet->ceilings);
      for (guint j = 0; j < volet->units->len; j++)
        {
          const VoletsUnitResult *unit = g_ptr_array_index (volet->units, j);

          list_holder (list, "  unit", UNIT, unit);
          list_lines (list, "    ceiling", LIMIT, unit->ceilings);
          list_lines (list, "    bracket", BRACKET, unit->brackets);
          list_lines (list, "    floor", LIMIT, unit->floors);
        }
    }

  return g_string_free (list, FALSE);
}

static gboolean
are_same (const Figure *figures,
          const void   *a,
          const void   *b)
{
  for (; figures->name != NULL; figures++)
    {
      if (read_figure (figures, a) != read_figure (figures, b))
        return FALSE;
    }

  return TRUE;
}

static gboolean
are_same_lines (const Figure *figures,
                const GArray *a,
                const GArray *b)
{
  guint size = g_array_get_element_size ((GArray *) a);

  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      if (!are_same (figures, a->data + i * size, b->data + i * size))
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
are_same_units (const VoletsUnitResult *a,
                const VoletsUnitResult *b)
{
  return are_same (UNIT, a, b)
         && are_same_lines (LIMIT, a->ceilings, b->ceilings)
         && are_same_lines (BRACKET, a->brackets, b->brackets)
         && are_same_lines (LIMIT, a->floors, b->floors);
}

static gboolean
are_same_volets (const VoletsVoletResult *a,
                 const VoletsVoletResult *b)
{
  if (!are_same (VOLET, a, b)
      || !are_same_lines (LIMIT, a->ceilings, b->ceilings)
      || a->units->len != b->units->len)
    return FALSE;

  for (guint i = 0; i < a->units->len; i++)
    {
      if (!are_same_units (g_ptr_array_index (a->units, i), g_ptr_array_index (b->units, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * volets_test_same_figures:
 * @a: a subsidy
 * @b: another one of the same call
 *
 * Returns: whether they have the same figures everywhere; the names that come from the dossiers
 *   may be others
 */
gboolean
volets_test_same_figures (const VoletsSubsidy *a,
                          const VoletsSubsidy *b)
{
  if (!are_same (TOTALS, a, b) || a->volets->len != b->volets->len)
    return FALSE;

  for (guint i = 0; i < a->volets->len; i++)
    {
      if (!are_same_volets (g_ptr_array_index (a->volets, i), g_ptr_array_index (b->volets, i)))
        return FALSE;
    }

  return TRUE;
}
