/* The commonest short words of languages in Latin script, most telling first:
 * a text of a few sentences has a dozen of them. */

#pragma once

typedef struct {
  const char *tag;
  const char *words; /* between spaces, lower case */
} DtlLanguageWords;

static const DtlLanguageWords language_words[] = {
  { "en",
    " the of and to in that is was for on with as by at from it this have are were he "
    "his be an not or which has had they their but will you who its been said " },
  { "de", " der die und das von zu den im mit des ist ein eine auf für dem nicht sich "
          "auch als es wird nach aus bei einer hat dass wie um am sind war werden noch "
          "oder aber über einen einem zum zur ich sie er wir " },
  { "fr",
    " le la les de des et du une un est dans que qui pour au sur par plus pas avec ce "
    "sont il elle ne se en cette aux ont été son ses mais ou nous vous leur été " },
  { "es", " el la los las de del y que en un una por con para es se su al lo como más "
          "fue sus pero no le entre ha este sobre también desde son ser muy " },
  { "it", " il la di che e un una per del della in è con non dei le si al da sono gli "
          "delle nel anche alla come più ha lo ma nella questo i " },
  { "pt", " o a os as de do da dos das e que em um uma para com não por no na é se mais "
          "ao como foi sua pelo pela são ou ele também seu " },
  { "nl", " de het een van en in is dat op te zijn voor met die niet aan er om ook als "
          "dan bij maar door werd naar uit nog worden heeft deze hij wordt over " },
  { "id", " yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh adalah ke "
          "juga telah sebagai karena bisa ada atau mereka tersebut kata saat setelah "
          "kami para lebih sudah menjadi " },
  { "ms", " yang dan di untuk dengan dari ini itu pada dalam tidak oleh kepada akan "
          "adalah ialah telah bahawa kerana ke boleh beliau ada juga mereka tersebut "
          "daripada sebanyak kata " },
  { "sv", " och att det i en som på är av för med den till inte om ett har de var från "
          "men så vid kan ska sig hade också efter jag när " },
  { "da", " og at det i en er som på til af for med den der de ikke et har var fra men "
          "om han kan vil sig også efter blev jeg være " },
  { "nb", " og at det i en er som på til av for med den de ikke et har var fra men om "
          "han kan vil seg også etter ble jeg være " },
  { "fi", " ja on ei että se oli hän joka mutta myös ovat kun ole tai sen jos niin kuin "
          "voi mukaan hänen mitä vain vielä sitä nyt " },
  { "pl", " i w na z do się nie że jest to o jak po od za przez dla ale był oraz które "
          "który są tak tym jego także może już co " },
  { "cs", " a v na je se že s z do o to k i pro ve jako za by ale po jsou od které který "
          "také byl jeho podle jsem až není " },
  { "sk", " a v na je sa že s z do o to k i pre vo ako za by ale po sú od ktoré ktorý "
          "tiež bol jeho podľa som až nie " },
  { "hu", " a az és hogy nem is egy ez de meg már csak volt mint ki el fel még lehet "
          "szerint vagy ha pedig azt kell majd " },
  { "ro", " și în de la a cu pe nu un o din care este pentru ce mai să au fost că al sau "
          "lui ale fi sunt prin după ca " },
  { "hr", " i u je na se da su za od s o ne to kako koji koja što će bi iz kao ali bio "
          "nije li po te sam " },
  { "sl", " in je v na se da so za z s ne ki tudi pa po bi od ni bil kot še ali do pri "
          "bo ter lahko kar " },
  { "lt", " ir kad į su tai iš yra buvo kaip bet už dėl nuo ne po tik jau apie per šio "
          "arba taip jis " },
  { "lv", " un ir ka uz no ar par bet tas kas to ja gan arī bija nav pēc vai kā jau pie "
          "savu viņš " },
  { "et", " ja on ei et see oli ka kui mis ning oma aga seda või siis nii kes tema oma "
          "kuid juba pole " },
  { "tr", " ve bir bu da de için ile olarak olan çok daha gibi en kadar sonra ise o ne "
          "var dedi olduğunu değil her ancak " },
  { "ca", " de la el i a que en els les per un una del amb és no es al va dels com més "
          "però són també aquest ha " },
  { "vi", " và của là có không được cho các một trong với những người này đã đến khi về "
          "từ để nhiều ra cũng vào tại " },
  { "tl", " ang ng sa na mga at ay ni si kay para hindi ito niya nang siya may isang "
          "kung mula din " },
};
