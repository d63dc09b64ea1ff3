#include "article/wiki/dtl-wiki-sections.h"

#define MAX_HEADING 80

/* Folded. */
static const char *const headings[] = {
  /* English */
  "references", "notes", "footnotes", "citations", "sources", "bibliography",
  "further reading", "external links", "see also", "notes and references", "works cited",
  "explanatory notes", "references and notes",
  /* German */
  "einzelnachweise", "weblinks", "literatur", "siehe auch", "anmerkungen", "quellen",
  "fussnoten", "belege",
  /* French */
  "notes et références", "références", "bibliographie", "liens externes", "lien externe",
  "voir aussi", "articles connexes", "annexes",
  /* Spanish, Portuguese */
  "referencias", "enlaces externos", "véase también", "bibliografía", "notas",
  "referências", "ligações externas", "ver também", "bibliografia",
  /* Italian */
  "note", "voci correlate", "altri progetti", "collegamenti esterni",
  /* Dutch, Swedish, Norwegian, Danish */
  "bronnen", "externe links", "externe link", "zie ook", "referenties", "noten",
  "literatuur", "referenser", "externa länkar", "se även", "källor", "noter", "se også",
  "eksterne lenker", "referanser", "eksterne henvisninger", "referencer",
  /* Polish, Czech, Hungarian, Finnish */
  "przypisy", "linki zewnętrzne", "zobacz też", "reference", "externí odkazy",
  "související články", "literatura", "jegyzetek", "források", "lähteet", "viitteet",
  "aiheesta muualla", "katso myös",
  /* Russian, Ukrainian */
  "примечания", "ссылки", "литература", "см. также", "источники", "примітки", "посилання",
  "література", "див. також", "джерела",
  /* Indonesian, Turkish, Vietnamese */
  "referensi", "pranala luar", "lihat pula", "catatan", "kaynakça", "dış bağlantılar",
  "ayrıca bakınız", "tham khảo", "liên kết ngoài", "xem thêm",
  /* Japanese, Chinese, Korean */
  "脚注", "参考文献", "外部リンク", "関連項目", "出典", "注釈", "外部链接", "外部連結",
  "參考資料", "参考资料", "參考文獻", "参见", "參見", "注释", "註釋", "각주", "외부 링크",
  "같이 보기", "참고 문헌",
  /* Arabic, Hebrew */
  "مراجع", "المراجع", "وصلات خارجية", "انظر أيضا", "انظر أيضًا", "הערות שוליים",
  "קישורים חיצוניים", "ראו גם", "לקריאה נוספת"
};

static gpointer
make_set (gpointer ignored)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_hash_table_add (set, (gpointer) headings[i]);
  return set;
}

gboolean
dtl_wiki_section_is_left_out (const char *heading, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *set = g_once (&once, make_set, NULL);
  g_autofree char *folded =
      length <= MAX_HEADING ? g_utf8_casefold (heading, (gssize) length) : NULL;

  return folded != NULL && g_hash_table_contains (set, folded);
}
