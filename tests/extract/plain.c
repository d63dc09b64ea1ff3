/* Plain dates in languages that have no pack of their own. */

#include "extract/resolve/dtl-resolver.h"

#include <string.h>

typedef struct {
  const char *language;
  const char *text;
  const char *values; /* of the mentions, parted by spaces */
} Case;

static const Case cases[] = {
  { "fr", "La vieille digue céda le 14 juillet 1789 au matin.", "1789-07-14" },
  { "fr", "Elle rouvrit le 1er mai 1886.", "1886-05-01" },
  { "fr", "En août 1914, puis en févr. 1915.", "1914-08 1915-02" },
  { "fr", "Du 14 au 16 juillet 1789 il plut.", "1789-07-14 1789-07-16" },
  { "fr", "Le 03/04/1950 et le 1950-04-03.", "1950-04-03 1950-04-03" },
  { "fr", "Elle mourut en 44 av. J.-C.", "BC0044" },
  { "fr", "Mais il y a mai et mars, deux mots courts.", "" },
  { "es", "El puente se abrió el 14 de julio de 1789.", "1789-07-14" },
  { "es", "El martes, 3 de sept. de 1901, y en marzo de 1902.", "1901-09-03 1902-03" },
  { "es", "El mar estaba en calma; ene y dic no dicen nada.", "" },
  { "es", "Entre 1936 y 1939 no hubo tren.", "1936 1939" },
  { "pt", "A ponte foi aberta em 25 de abril de 1974.", "1974-04-25" },
  { "pt", "No dia 1º de dezembro de 1640 choveu.", "1640-12-01" },
  { "it", "Il ponte crollò il 2 giugno 1946.", "1946-06-02" },
  { "it", "Sette case, set e mar non sono date; 3 set 1950 lo è.", "1950-09-03" },
  { "ca", "El pont es va obrir el 14 d’abril de 1931.", "1931-04-14" },
  { "gl", "A ponte abriu o 25 de xullo de 1936.", "1936-07-25" },
  { "ro", "Podul s-a deschis la 1 decembrie 1918.", "1918-12-01" },
  { "nl", "De brug werd op 5 mei 1945 geopend.", "1945-05-05" },
  { "nl", "Van 10 tot 14 mei 1940 bleef zij dicht.", "1940-05-10 1940-05-14" },
  { "sv", "Bron öppnades den 6 juni 1523.", "1523-06-06" },
  { "sv", "Han sade att maj och mars var korta ord.", "" },
  { "da", "Broen åbnede den 5. juni 1849.", "1849-06-05" },
  { "nb", "Broen åpnet 17. mai 1814.", "1814-05-17" },
  { "is", "Brúin opnaði 17. júní 1944.", "1944-06-17" },
  { "fi", "Silta avattiin 6. joulukuuta 1917.", "1917-12-06" },
  { "fi", "Silta suljettiin heinäkuussa 1918.", "1918-07" },
  { "et", "Sild avati 24. veebruaril 1918.", "1918-02-24" },
  { "lv", "Tiltu atvēra 1918. gada 18. novembrī.", "1918-11-18" },
  { "lt", "Tiltas atidarytas 1918 m. vasario 16 d.", "1918-02-16" },
  { "pl", "Most otwarto 11 listopada 1918 r.", "1918-11-11" },
  { "pl", "W lipcu 1944 most spłonął.", "1944-07" },
  { "cs", "Most byl otevřen 28. října 1918.", "1918-10-28" },
  { "cs", "Dne 28. 10. 1918 a v květnu 1945.", "1918-10-28 1945-05" },
  { "sk", "Most otvorili 29. augusta 1944.", "1944-08-29" },
  { "sl", "Most so odprli 25. junija 1991.", "1991-06-25" },
  { "hr", "Most je otvoren 25. lipnja 1991.", "1991-06-25" },
  { "sr", "Мост је отворен 1. децембра 1918.", "1918-12-01" },
  { "sr", "Most je otvoren 1. decembra 1918.", "1918-12-01" },
  { "bg", "Мостът беше открит на 3 март 1878 г.", "1878-03-03" },
  { "ru", "Мост открыли 9 мая 1945 года.", "1945-05-09" },
  { "ru", "В июле 1943 года мост сгорел, 12.07.1943.", "1943-07 1943-07-12" },
  { "ru", "С 1914 по 1918 год он стоял пустым.", "1914 1918" },
  { "uk", "Міст відкрили 24 серпня 1991 року.", "1991-08-24" },
  { "be", "Мост адкрылі 25 жніўня 1991 года.", "1991-08-25" },
  { "el", "Η γέφυρα άνοιξε στις 25 Μαρτίου 1821.", "1821-03-25" },
  { "el", "Τον Οκτώβριο του 1940 έκλεισε.", "1940-10" },
  { "hu", "A hidat 1956. október 23-án nyitották meg.", "1956-10-23" },
  { "hu", "1848 márciusában és 1849. május 21.", "1848 1849-05-21" },
  { "tr", "Köprü 29 Ekim 1923’te açıldı.", "1923-10-29" },
  { "tr", "Mart kısa bir sözdür; 3 Mart 1924 tarihtir.", "1924-03-03" },
  { "az", "Körpü 28 may 1918 açıldı.", "1918-05-28" },
  { "eu", "Zubia 1936ko uztailaren 18an ireki zen.", "1936-07-18" },
  { "sq", "Ura u hap më 28 nëntor 1912.", "1912-11-28" },
  { "id", "Jembatan itu dibuka pada Jumat, 17 Agustus 1945.", "1945-08-17" },
  { "id", "Pada 17-8-1945 dan Mei 1998.", "1945-08-17 1998-05" },
  { "ms", "Jambatan itu dibuka pada 31 Ogos 1957.", "1957-08-31" },
  { "fil", "Binuksan ang tulay noong Hunyo 12, 1898.", "1898-06-12" },
  { "sw", "Daraja lilifunguliwa tarehe 9 Desemba 1961.", "1961-12-09" },
  { "vi", "Cây cầu khánh thành ngày 2 tháng 9 năm 1945.", "1945-09-02" },
  { "vi", "Vào tháng 8 năm 1945 nó bị cháy.", "1945-08" },
  { "th", "สะพานเปิดเมื่อวันที่ 24 มิถุนายน พ.ศ. 2475", "1932-06-24" },
  { "th", "สะพานปิด 6 ตุลาคม 2519", "1976-10-06" },
  { "ja", "橋は1945年8月15日に開通した。", "1945-08-15" },
  { "ja", "橋は1923年9月に焼け、1923年9月1日から3日まで閉じた。",
    "1923-09 1923-09-01 1923-09-03" },
  { "zh", "大桥于1949年10月1日通车。", "1949-10-01" },
  { "zh", "大桥在1937年7月关闭。", "1937-07" },
  { "ko", "다리는 1950년 6월 25일에 무너졌다.", "1950-06-25" },
  { "ko", "다리는 1953년 7월에 다시 열렸다.", "1953-07" },
  { "ar", "افتتح الجسر في 23 يوليو 1952.", "1952-07-23" },
  { "ar", "افتتح الجسر في ١٤ تموز ١٩٥٨.", "1958-07-14" },
  { "ar", "افتتح الجسر في 14 تموز/يوليو 1958.", "1958-07-14" },
  { "fa", "پل در ۲۲ بهمن ۱۳۵۷ باز شد.", "1979-02-11" },
  { "fa", "پل در ۴ ژوئیهٔ ۱۷۷۶ باز شد.", "1776-07-04" },
  { "he", "הגשר נפתח ב־14 במאי 1948.", "1948-05-14" },
  { "hi", "पुल 15 अगस्त 1947 को खुला।", "1947-08-15" },
  { "hi", "पुल १५ अगस्त १९४७ को खुला।", "1947-08-15" },
  { "bn", "সেতুটি ১৬ ডিসেম্বর ১৯৭১ সালে খোলা হয়।", "1971-12-16" },
  { "ta", "பாலம் 15 ஆகஸ்ட், 1947 அன்று திறக்கப்பட்டது.", "1947-08-15" },
  { "ur", "پل 14 اگست 1947 کو کھلا۔", "1947-08-14" },
  { "ka", "ხიდი 1918 წლის 26 მაისს გაიხსნა.", "1918-05-26" },
  { "hy", "Կամուրջը բացվել է 28 մայիսի 1918։", "1918-05-28" },
};

static char *
join_values (const GArray *mentions)
{
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    g_string_append_printf (values, "%s%s", i > 0 ? " " : "",
                            g_array_index (mentions, DtlMention, i).value);
  return g_string_free (values, FALSE);
}

static void
check (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPack) pack = dtl_pack_get (row->language, &error);
  GStringChunk *strings = g_string_chunk_new (64);
  DtlResolveContext context = { 0 };
  g_autoptr (GArray) phrases = NULL, mentions = NULL;
  g_autofree char *values = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (dtl_pack_get_tag (pack), ==, row->language);
  phrases = dtl_scan (pack, row->text, strlen (row->text), DTL_GENRE_TEXT, NULL);
  mentions =
      dtl_resolve (phrases, row->text, strlen (row->text), &context, strings, NULL);
  values = join_values (mentions);
  g_assert_cmpstr (values, ==, row->values);
  g_string_chunk_free (strings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/plain/%s/%u", cases[i].language, i + 1);

      g_test_add_data_func (name, &cases[i], check);
    }
  return g_test_run ();
}
