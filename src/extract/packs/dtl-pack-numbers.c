/* Digits have no dictionary: these classes are in every pack. */

#include "extract/packs/dtl-pack-private.h"

typedef struct {
  const char *name;
  DtlField field;
  guint min_digits, max_digits;
  guint32 min, max;
  guint32 multiple_of;
} DigitClass;

/* The class whose last two digits are minutes. */
#define CLOCK 15

static const DigitClass digit_classes[DTL_N_DIGIT_CLASSES] = {
  { "#day", DTL_FIELD_DAY, 1, 2, 1, 31, 1 },
  { "#month", DTL_FIELD_MONTH, 1, 2, 1, 12, 1 },
  /* A year that needs no era to be seen as one. */
  { "#year", DTL_FIELD_YEAR, 4, 4, 1000, 2199, 1 },
  { "#old-year", DTL_FIELD_YEAR, 1, 4, 1, 9999, 1 },
  { "#year3", DTL_FIELD_YEAR, 3, 3, 100, 999, 1 },
  { "#two", DTL_FIELD_SHORT_YEAR, 2, 2, 0, 99, 1 },
  { "#one", DTL_FIELD_SHORT_YEAR, 1, 1, 0, 9, 1 },
  { "#hour", DTL_FIELD_HOUR, 1, 2, 0, 24, 1 },
  { "#minute", DTL_FIELD_MINUTE, 2, 2, 0, 59, 1 },
  { "#second", DTL_FIELD_SECOND, 2, 2, 0, 60, 1 },
  { "#week", DTL_FIELD_WEEK, 1, 2, 1, 53, 1 },
  { "#century", DTL_FIELD_CENTURY, 1, 2, 1, 30, 1 },
  { "#hundreds", DTL_FIELD_HUNDREDS, 4, 4, 1000, 2100, 100 },
  { "#decade", DTL_FIELD_DECADE, 4, 4, 1000, 2190, 10 },
  { "#short-decade", DTL_FIELD_DECADE, 2, 2, 0, 90, 10 },
  { "#clock", DTL_FIELD_CLOCK, 3, 4, 0, 2400, 1 },
  /* A year that people speak of every day. */
  { "#near-year", DTL_FIELD_YEAR, 4, 4, 1900, 2099, 1 },
  { "#number", DTL_FIELD_COUNT, 1, 255, 0, G_MAXUINT32, 1 },
};

const char *
dtl_digit_class_get_name (guint class)
{
  return digit_classes[class].name;
}

DtlField
dtl_digit_class_get_field (guint class)
{
  return digit_classes[class].field;
}

guint32
dtl_digit_classes_of (guint32 number, guint digits)
{
  guint32 classes = 0;

  for (guint i = 0; i < DTL_N_DIGIT_CLASSES; i++)
    {
      const DigitClass *class = &digit_classes[i];

      if (digits >= class->min_digits && digits <= class->max_digits &&
          number >= class->min && number <= class->max &&
          number % class->multiple_of == 0 && (i != CLOCK || number % 100 < 60))
        classes |= 1u << i;
    }
  return classes;
}
