/* Names that ICU does not have. Months of the Republic: decree of 4 frimaire an
 * II (24 November 1793); of the Armenian year: É. Dulaurier, "Recherches sur la
 * chronologie arménienne", 1859; romanised Chinese ones by Hanyu Pinyin, Korean
 * ones by the Revised Romanization of 2000. */

#include "time/labels/dtl-label-calendar.h"

#define ANY_YEAR G_MAXINT64

const DtlLabelCalendar dtl_label_calendars[DTL_N_CALENDARS] = {
  [DTL_CALENDAR_GREGORIAN] = { "gregorian", -ANY_YEAR, ANY_YEAR },
  [DTL_CALENDAR_JULIAN] = { "gregorian", -ANY_YEAR, ANY_YEAR },
  [DTL_CALENDAR_HISTORICAL] = { "gregorian", -ANY_YEAR, ANY_YEAR },
  [DTL_CALENDAR_ISLAMIC_CIVIL] = { "islamic-civil", 1, ANY_YEAR },
  [DTL_CALENDAR_ISLAMIC_TABULAR] = { "islamic-tbla", 1, ANY_YEAR },
  [DTL_CALENDAR_UMM_AL_QURA] = { "islamic-umalqura", 1, ANY_YEAR },
  [DTL_CALENDAR_HEBREW] = { "hebrew", 1, ANY_YEAR },
  [DTL_CALENDAR_PERSIAN] = { "persian", 1, ANY_YEAR },
  [DTL_CALENDAR_CHINESE] = { "chinese", 1, ANY_YEAR },
  [DTL_CALENDAR_KOREAN] = { "dangi", 1, ANY_YEAR },
  [DTL_CALENDAR_JAPANESE] = { "japanese", 1, ANY_YEAR },
  [DTL_CALENDAR_BUDDHIST] = { "buddhist", 1, ANY_YEAR },
  [DTL_CALENDAR_ROC] = { "roc", 1, ANY_YEAR },
  /* Patterns of any calendar that names its era; the era is our own. */
  [DTL_CALENDAR_DANGUN] = { "buddhist", 1, ANY_YEAR },
  [DTL_CALENDAR_FRENCH_REPUBLICAN] = { "gregorian", 1, ANY_YEAR },
  [DTL_CALENDAR_COPTIC] = { "coptic", 1, ANY_YEAR },
  [DTL_CALENDAR_ETHIOPIAN] = { "ethiopic", 1, ANY_YEAR },
  [DTL_CALENDAR_ARMENIAN] = { "coptic", 1, ANY_YEAR },
  [DTL_CALENDAR_SAKA] = { "indian", 1, ANY_YEAR },
  /* Five places: 20 baktuns of 400 tuns. */
  [DTL_CALENDAR_MAYA] = { "gregorian", 0, 20 * 400 - 1 },
  [DTL_CALENDAR_ROMAN] = { "buddhist", 1, ANY_YEAR },
};

const DtlLabelMonths dtl_label_months[] = {
  { "fr",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse", "ventôse", "germinal",
      "floréal", "prairial", "messidor", "thermidor", "fructidor",
      "jours complémentaires" } },
  { "es",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "vendimiario", "brumario", "frimario", "nivoso", "pluvioso", "ventoso", "germinal",
      "floreal", "pradial", "mesidor", "termidor", "fructidor",
      "días complementarios" } },
  { "ru",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "вандемьера", "брюмера", "фримера", "нивоза", "плювиоза", "вантоза", "жерминаля",
      "флореаля", "прериаля", "мессидора", "термидора", "фрюктидора",
      "дополнительных дней" } },
  { "zh",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "葡月", "雾月", "霜月", "雪月", "雨月", "风月", "芽月", "花月", "牧月", "获月",
      "热月", "果月", "闰日" } },
  { "ko",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "방데미에르", "브뤼메르", "프리메르", "니보즈", "플뤼비오즈", "방토즈", "제르미날",
      "플로레알", "프레리알", "메시도르", "테르미도르", "프뤽티도르", "보충일" } },
  { "",
    DTL_CALENDAR_FRENCH_REPUBLICAN,
    { "Vendémiaire", "Brumaire", "Frimaire", "Nivôse", "Pluviôse", "Ventôse", "Germinal",
      "Floréal", "Prairial", "Messidor", "Thermidor", "Fructidor",
      "jours complémentaires" } },
  { "hy",
    DTL_CALENDAR_ARMENIAN,
    { "նաւասարդի", "հոռի", "սահմի", "տրէ", "քաղոց", "արաց", "մեհեկանի", "արեգ", "ահեկանի",
      "մարերի", "մարգաց", "հրոտից", "աւելեաց" } },
  { "",
    DTL_CALENDAR_ARMENIAN,
    { "Nawasardi", "Hori", "Sahmi", "Tre", "Kalots", "Arats", "Mehekani", "Areg",
      "Ahekani", "Mareri", "Margats", "Hrotits", "Aweleats" } },
  { "",
    DTL_CALENDAR_ROMAN,
    { "Ianuarius", "Februarius", "Martius", "Aprilis", "Maius", "Iunius", "Iulius",
      "Augustus", "September", "October", "November", "December" } },
  { "",
    DTL_CALENDAR_CHINESE,
    { "zhēngyuè", "èryuè", "sānyuè", "sìyuè", "wǔyuè", "liùyuè", "qīyuè", "bāyuè",
      "jiǔyuè", "shíyuè", "shíyīyuè", "làyuè" } },
  { "",
    DTL_CALENDAR_KOREAN,
    { "jeongwol", "iwol", "samwol", "sawol", "owol", "yuwol", "chirwol", "parwol",
      "guwol", "siwol", "sibirwol", "sibiwol" } },
  { NULL, DTL_CALENDAR_GREGORIAN, { NULL } },
};

const DtlLabelText dtl_label_eras[] = {
  { "ar", DTL_CALENDAR_COPTIC, "للشهداء" },   { "fr", DTL_CALENDAR_COPTIC, "A. M." },
  { "ru", DTL_CALENDAR_COPTIC, "от Диокл." }, { "zh", DTL_CALENDAR_COPTIC, "科普特历" },
  { "", DTL_CALENDAR_COPTIC, "AM" },    /* Anno Martyrum */
  { "", DTL_CALENDAR_ETHIOPIAN, "EC" }, /* Ethiopian calendar */
  { "", DTL_CALENDAR_ARMENIAN, "AE" },  /* Armenian era */
  { "", DTL_CALENDAR_ROMAN, "AUC" },          { "ko", DTL_CALENDAR_DANGUN, "단기" },
  { "zh", DTL_CALENDAR_DANGUN, "檀纪" },      { "ja", DTL_CALENDAR_DANGUN, "檀紀" },
  { "", DTL_CALENDAR_DANGUN, "Dangun" },      { NULL, DTL_CALENDAR_GREGORIAN, NULL },
};

const DtlLabelText dtl_label_leap_months[] = {
  { "en", DTL_CALENDAR_CHINESE, "Leap {0}" },
  { "de", DTL_CALENDAR_CHINESE, "Schalt-{0}" },
  { "zh", DTL_CALENDAR_CHINESE, "闰{0}" },
  { "ja", DTL_CALENDAR_CHINESE, "閏{0}" },
  { "ko", DTL_CALENDAR_CHINESE, "윤{0}" },
  { "", DTL_CALENDAR_CHINESE, "{0} bis" },
  { NULL, DTL_CALENDAR_GREGORIAN, NULL },
};

const DtlLabelCalendarPatterns dtl_label_calendar_patterns[] = {
  { "en", DTL_CALENDAR_JAPANESE, "G y", "G y, MMMM", "G y, d MMMM", "d MMMM", FALSE },

  /* The year of the sun beside the name of the year, never the name alone. */
  { "zh", DTL_CALENDAR_CHINESE, "rU年", "rU年MMMM", "rU年MMMMd日", "MMMMd日", FALSE },
  { "zh", DTL_CALENDAR_KOREAN, "rU年", "rU年MMMM", "rU年MMMMd日", "MMMMd日", FALSE },
  { "ja", DTL_CALENDAR_CHINESE, "r(U)年", "r(U)年MMMM", "r(U)年MMMMd日", "MMMMd日",
    FALSE },
  { "ja", DTL_CALENDAR_KOREAN, "r(U)年", "r(U)年MMMM", "r(U)年MMMMd日", "MMMMd日",
    FALSE },
  { "ko", DTL_CALENDAR_CHINESE, NULL, NULL, NULL, NULL, FALSE },
  { "ko", DTL_CALENDAR_KOREAN, NULL, NULL, NULL, NULL, FALSE },
  { "", DTL_CALENDAR_CHINESE, "r (U)", "MMMM r (U)", "d MMMM r (U)", "d MMMM", FALSE },
  { "", DTL_CALENDAR_KOREAN, "r (U)", "MMMM r (U)", "d MMMM r (U)", "d MMMM", FALSE },

  { "en", DTL_CALENDAR_FRENCH_REPUBLICAN, "'Year' y", "MMMM y", "d MMMM y", "d MMMM",
    TRUE },
  { "fr", DTL_CALENDAR_FRENCH_REPUBLICAN, "'an' y", "MMMM 'an' y", "d MMMM 'an' y",
    "d MMMM", TRUE },
  { "de", DTL_CALENDAR_FRENCH_REPUBLICAN, "'Jahr' y", "MMMM y", "d. MMMM y", "d. MMMM",
    TRUE },
  { "es", DTL_CALENDAR_FRENCH_REPUBLICAN, "'año' y", "MMMM 'del' 'año' y",
    "d 'de' MMMM 'del' 'año' y", "d 'de' MMMM", TRUE },
  { "ru", DTL_CALENDAR_FRENCH_REPUBLICAN, "y 'год'", "MMMM y 'года'", "d MMMM y 'года'",
    "d MMMM", TRUE },
  { "zh", DTL_CALENDAR_FRENCH_REPUBLICAN, "共和历y年", "共和历y年MMMM",
    "共和历y年MMMMd日", "MMMMd日", FALSE },
  { "ja", DTL_CALENDAR_FRENCH_REPUBLICAN, "共和暦y年", "共和暦y年MMMM",
    "共和暦y年MMMMd日", "MMMMd日", FALSE },
  { "ko", DTL_CALENDAR_FRENCH_REPUBLICAN, "공화력 y년", "공화력 y년 MMMM",
    "공화력 y년 MMMM d일", "MMMM d일", FALSE },
  { "", DTL_CALENDAR_FRENCH_REPUBLICAN, "'an' y", "MMMM y", "d MMMM y", "d MMMM", TRUE },

  /* Thai leaves out the era of its own count. */
  { "th", DTL_CALENDAR_DANGUN, "G y", "MMMM G y", "d MMMM G y", "d MMMM", FALSE },

  /* Latin in every language. */
  { "", DTL_CALENDAR_ROMAN, "y G", "MMMM y G", "MMMM y G", "MMMM", FALSE },

  /* The whole count is the name of the day. */
  { "", DTL_CALENDAR_MAYA, "MMMM", "MMMM", "MMMM", "MMMM", FALSE },

  { NULL, DTL_CALENDAR_GREGORIAN, NULL, NULL, NULL, NULL, FALSE },
};
