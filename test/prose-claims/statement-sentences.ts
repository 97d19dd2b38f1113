/** What an author may write of the project in statement-project.ts: what is not so, what is, and what cannot be told. A sentence a line. */
export const falseDanish = `
Af de viste grupper er indekstallet størst blandt bostøtten med <bo> og mindst blandt STU med <stu>.
Af de viste grupper er indekstallet størst blandt aktivitetstilbuddene med <akt> og mindst blandt værestederne med <vs>.
Af de viste grupper er indekstallet mindst blandt aktivitetstilbuddene med <akt> og størst blandt STU med <stu>.
Brugertilfredshed: <stu> hos bostøtten, <all> for alle.
Tilfredsheden hos borgerne er forøget siden sidst.
Der kan konstateres en stigning i tilfredsheden.
Udviklingen er positiv for bostøtten.
Udviklingen for STU er negativ.
Værestederne har tabt <~vs>.
Tilfredsheden er på vej op.
Tilfredsheden bevæger sig opad.
Niveauet er hævet fra <all< til <all>.
Brugerne er i år mere tilfredse.
Bostøtten er det område, der har haft størst fremgang.
Størst fremgang ses for bostøtten.
Mest fremgang har bostøtten haft.
Den laveste tilfredshed finder vi hos aktivitetstilbuddene.
Hverken bostøtten eller STU når målet.
Tilfredsheden er uændret høj.
Tilfredsheden ligger stabilt højt.
Tilfredsheden er fastholdt på et højt niveau.
Bostøtten holder niveauet.
Tallet for 2023 er <all>.
Resultatet i 2022 var <all>.
Indekstallet for kommunens egne tilbud er <private>.
De private tilbud ligger på <egne> og kommunens egne på <private>.
Kommunens egne tilbud ligger på <private> mod <egne> i de private.
I bostøtten har <#stu> svaret.
Stigningen fra <all< til <all> er lille.
Bostøtten løftede sig fra <bo< til <bo>.
Bostøtten er hoppet fra <bo< til <bo>, en fremgang.
Det samlede resultat er marginalt bedre.
Samlet set ses der en svag, men positiv udvikling.
Der er generelt fremgang.
Generelt er tilfredsheden steget.
Tilfredsheden steg i alle grupper.
To grupper er steget, og tre er faldet.
Der er flere grupper med fremgang end med tilbagegang.
STU er nu på niveau med bostøtten.
Brugertilfredsheden er steget fra <all< til <all>.
Tilfredsheden er steget.
Tilfredsheden stiger.
Brugertilfredsheden er vokset med <~all>.
Det samlede indekstal er <all>. Det er en stigning på <~all>.
Indekstallet er <all> og er steget.
Indekstallet er <all> efter en stigning.
Det samlede indekstal ligger på <all>, hvilket er en fremgang.
Bostøtten er gået frem fra <bo< til <bo>.
Bostøtten går frem.
Der er sket en forbedring for bostøtten.
Tilfredsheden med bostøtten er forbedret.
For bostøtten er indekstallet øget fra <bo< til <bo>.
På bostøtten er indekstallet steget til <bo>.
Bostøtten lå højere end året før.
Bostøtten ligger på <bo>, som er højere end sidste år.
STU er faldet fra <stu< til <stu>.
STU klarer sig dårligere end året før.
STU-tilbuddene er gået tilbage.
STU er gået tilbage med <~stu>.
Fald i tilfredsheden med STU.
Tilfredsheden med STU-tilbuddene er dalet.
Tilfredsheden med STU-tilbuddene er dalende.
STU har oplevet et markant fald.
Væresterderne og værestederne er steget fra <vs< til <vs>.
Værestederne er faldet.
Værestederne er faldet til <vs>.
Tilfredsheden med værestederne er lavere end i 2023.
Tilfredsheden er uændret.
Tilfredsheden er stort set uændret i forhold til 2023.
Det samlede indekstal ligger på samme niveau som sidste år.
Bostøtten er uændret på <bo>.
Bostøtten ligger på niveau med året før.
Tilfredsheden med STU er stabil.
Indekstallet for STU er fastholdt på <stu>.
Alle målgrupper er gået tilbage.
Alle målgrupper er gået frem.
Alle tilbud er steget.
Ingen målgrupper er faldet.
Ingen målgrupper er steget.
To af tre målgrupper er steget.
Alle tre målgrupper er faldet.
De fleste målgrupper er gået frem.
Tre af fem tilbud er steget.
Kun STU er faldet.
De private tilbud er steget fra <private< til <private>.
De private tilbud er faldet.
De private tilbud er gået frem.
Kommunens egne tilbud er steget fra <egne< til <egne>.
Kommunens egne tilbud har haft fremgang.
Fremgang for kommunens egne tilbud.
For STU er indekstallet <bo>.
For bostøtten er indekstallet <all>.
Det samlede indekstal er <bo>.
Indekstallet er <stu> for bostøtten.
I 2023 var det samlede indekstal <all>.
I 2024 er det samlede indekstal <all<.
Indekstallet er <all<  i 2024.
Det samlede indekstal var <all> sidste år.
Der er <#all> indekspoint.
Indekstallet er <all> svar.
Indekstallet er <all> procent.
Antallet af svar er <all>.
STU ligger højere end bostøtten.
Bostøtten ligger lavere end STU.
STU ligger på <stu> og dermed over bostøtten på <bo>.
Bostøtten (<bo>) ligger lavere end STU (<stu>).
STU ligger over det samlede indekstal.
Aktivitetstilbud ligger under gennemsnittet.
Bostøtten ligger over målet.
STU ligger under målet.
Bostøtten har nået målet.
STU har ikke nået målet.
STU har det højeste indekstal.
Aktivitetstilbud har det laveste indekstal.
Bostøtten har den største stigning.
STU har det største fald.
Tilfredsheden er højest for STU.
Værestederne ligger på niveau med STU.
Bostøtten er lige så høj som STU.
Tilfredsheden er ikke faldet.
STU er ikke steget.
Bostøtten er ikke gået tilbage.
Tilfredsheden har ikke ændret sig.
Indekstallet er hverken steget eller faldet.
De private tilbud er ikke uændret.
Indekstallet er faldet fra <all> til <all<.
Bostøtten er faldet fra <bo> til <bo<.
Tilfredsheden er steget siden 2023.
Tilfredsheden er faldet siden 2022.
Bostøtten er steget fra 2022 til 2024.
Aktivitetstilbud er steget siden 2022.
Fra 2022 til 2023 faldt tilfredsheden.
I 2023 var tilfredsheden faldende.
Bostøtten faldt fra <bo<< til <bo<.
Samlet set er brugertilfredsheden steget, mens bostøtten er faldet.
STU er steget, og bostøtten er steget.
STU er steget, hvorimod aktivitetstilbud er steget.
Mens STU er faldet, er bostøtten også faldet.
Bostøtten er faldet, men STU er også faldet.
Undersøgelsen viser, at tilfredsheden er steget.
Det fremgår, at STU er gået tilbage.
TILFREDSHEDEN ER STEGET.
Tilfredsheden er Uforandret.
Tilfredsheden er uaendret.
Stigende tilfredshed med bostøtten.
Øget tilfredshed med kommunens egne tilbud.
Voksende tilfredshed.
Brugerne er mere tilfredse end sidste år.
Brugerne er mindre tilfredse med STU end i 2023.
Desværre er STU faldet.
Glædeligt er det, at tilfredsheden er steget.
Tilfredsheden er styrket.
Tilfredsheden er svækket for STU.
Indekstallet er løftet fra <all< til <all>.
Det samlede resultat er bedre end året før.
Resultatet er bedre end i 2023.
Indekstallet er <~all> højere end sidste år.
STU ligger <~stu> lavere end i 2023.
Indekstallet er steget med <all>.
Der er et fald på <stu> for STU.
Indekstallet gik fra <all> til <all<.
Antallet af svar er steget fra <#all< til <#all>.
Antallet af svar er faldet.
Tilfredsheden steg fra <all< i 2023 til <all> i 2024.
Tilfredsheden er <all> mod <all< året før og er dermed steget.
Tilfredsheden er steget til <all> fra <all<.
Fra <all< til <all> er en stigning.
Bostøtten har fået et løft på <~bo>.
Der er tale om en stigning for tilbuddene til unge.
Tilbuddene til unge er rykket frem.
De unge er gået frem.
De private er gået frem.
De private ligger på <egne>.
Tilfredsheden er steget markant.
Tilfredsheden er steget svagt fra <all< til <all>.
Den samlede tilfredshed viser en positiv udvikling fra <all< til <all>.
Der ses en stigning i den samlede tilfredshed.
Vi kan konstatere, at tilfredsheden er steget.
Samlet set er der fremgang.
Resultatet er en fremgang på <~all> i forhold til 2023.
Bostøtten har forbedret sig.
Bostøtten har rykket sig fremad.
Bostøtten er blevet bedre.
Bostøtten klarer sig bedre end sidste år.
Bostøttens resultat er forbedret.
Indekstallet for bostøtten ligger <~bo> over niveauet i 2023.
I forhold til 2023 er tilfredsheden steget.
Sammenlignet med sidste år er bostøtten gået frem.
Sammenlignet med 2023 ligger STU lavere.
Siden sidste år har STU tabt terræn og er gået tilbage.
Tilfredsheden er øget.
Tilfredsheden er forøget.
Tilfredsheden har været stigende.
Tilfredsheden har udviklet sig positivt.
Tilfredsheden har udviklet sig negativt for STU.
STU har en tilbagegang på <~stu>.
STU's indekstal er faldet.
STU´s indekstal er faldet fra <stu< til <stu>.
På STU er tilfredsheden faldet med <~stu> indekspoint.
På STU er tilfredsheden faldet med <~stu>, så indekstallet nu er <stu>.
Hos STU er der sket et fald, mens der hos bostøtten er sket en stigning.
Både STU og bostøtten er faldet.
STU, aktivitetstilbud og bostøtten er faldet.
Hverken STU eller bostøtten er steget.
Hverken bostøtten eller aktivitetstilbuddene er faldet.
Alle grupper er gået frem undtagen STU.
Ingen af grupperne er faldet.
Ingen af de tre målgrupper er steget.
En enkelt målgruppe er faldet.
Én af tre målgrupper er faldet.
Flertallet af målgrupperne er gået frem.
Fire ud af fem grupper er faldet.
Fremgangen er størst for bostøtten.
Faldet er størst for STU.
Den største fremgang har bostøtten.
STU er det tilbud, hvor borgerne er mest tilfredse.
Borgerne er mest tilfredse med STU.
Borgerne er mindst tilfredse med aktivitetstilbuddene.
Tilfredsheden er større for STU end for bostøtten.
STU har et højere indekstal end bostøtten.
Bostøtten har et lavere indekstal end STU.
Indekstallet er højere for STU (<stu>) end for bostøtten (<bo>).
Kommunens egne tilbud ligger lavere end de private.
De private tilbud klarer sig bedre end kommunens egne.
Der er ingen forskel på bostøtten og STU.
Bostøtten og STU ligger lige højt.
Bostøtten og STU ligger på samme niveau.
STU ligger under målet på <stu>.
Målet for bostøtten er nået.
Målet for STU er ikke nået.
Bostøtten lever op til målet.
Indekstallet er <all>, og det er <~all> højere end året før.
Indekstallet er <all>, altså en stigning.
Med et indekstal på <all> er tilfredsheden steget.
Med <stu> er STU faldet i forhold til 2023.
Tallet var <all> i 2023 og er <all< i 2024.
Tilfredsheden var <all> i 2023.
Tilfredsheden var <all> året før.
2024: <all<
I år er tallet <all<.
I år er tilfredsheden steget til <all>.
Bostøtten: <stu>
Bostøtten: <bo> (stigning fra <bo<)
Bostøtten (<stu>) er faldet.
Der er indkommet <all> svar.
<#all> procent har svaret.
Svarprocenten er <all>.
Tilfredsheden falder ikke.
Tilfredsheden er ikke længere faldende.
Tilfredsheden er ikke blevet lavere.
Der er ikke sket et fald i tilfredsheden.
Der er ikke sket nogen ændring i tilfredsheden.
Der er sket ingen ændring for STU.
Tilfredsheden er fortsat uændret.
Tilfredsheden er nogenlunde uændret.
Tilfredsheden er næsten den samme som i 2023.
Tilfredsheden har holdt sig på samme niveau.
Tilfredsheden har ligget stabilt siden 2023.
Tilfredsheden er på samme niveau i 2024 som i 2023.
Bostøtten har bevaret sit niveau.
Status quo for bostøtten.
Tilfredsheden er *steget* fra <all< til <all>.
Tilfredsheden er **steget** til <all>.
Bostøtten (som er steget) har <bo>.
Bostøtten, der er steget, ligger på <bo>.
Bostøtten ligger på <bo>. Det er en stigning i forhold til året før.
Bostøtten ligger på <bo>. Her er tilfredsheden steget.
Indekstallet for STU er <stu> mod <stu<. Det er et fald på <~stu>.
STU er gået fra <stu> til <stu<.
Fra <stu> til <stu<: STU går frem.
Det samlede tal er <all> mod <all<< i 2023.
Ud af de tre målgrupper er to gået frem.
Flere målgrupper er gået frem.
Der er fremgang i alle målgrupper.
Der er tilbagegang i alle målgrupper.
Overalt er tilfredsheden faldet.
Tilfredsheden falder over hele linjen.
Det går dårligere for STU.
Vi har løftet tilfredsheden fra <all< til <all>.
Kommunen har hævet tilfredsheden.
Tilfredsheden tager til.
Kurven er knækket, og tilfredsheden er steget.
Brugertilfredsheden ligger nu på <all>, hvilket er en lille stigning sammenlignet med undersøgelsen i 2023.
Tilfredsheden er på <all>. Det svarer til en stigning på <~all> siden sidste måling.
Sammenlignet med 2023, hvor indekstallet var <all<, er tilfredsheden steget til <all>.
Mens indekstallet i 2023 var <all<, er det i 2024 vokset til <all>.
I 2024 steg indekstallet for bostøtten.
Bostøtten opnår i 2024 et indekstal på <bo>, hvor det i 2023 lå lavere.
Bostøtten opnår et bedre resultat end i 2023.
Resultaterne viser fremgang for bostøtten og tilbagegang for STU.
Det er især bostøtten, der er gået frem.
Især STU er faldet.
Navnlig aktivitetstilbuddene har fremgang.
Aktivitetstilbuddene har som de eneste fremgang.
STU er det eneste tilbud, der er gået tilbage.
For både STU og bostøtten er indekstallet faldet.
For STU ses et fald fra <stu< til <stu>.
Faldet fra <stu< til <stu> for STU er stort.
En stigning på <~bo> for bostøtten.
Bostøtten: en stigning på <~bo>.
Bostøtten stiger <~bo>.
Bostøtten steg <~bo> fra <bo< til <bo>.
Der er en forskel på <~bo> mellem 2023 og 2024 for bostøtten, svarende til en stigning.
Tilfredsheden i STU er lav og faldende.
Bostøtten oplever stigende tilfredshed.
Borgernes tilfredshed med bostøtten er voksende.
Tilfredsheden blandt borgerne i bostøtten er steget.
Andelen af tilfredse er uændret, men indekstallet er steget.
Kommunens egne tilbud og de private tilbud er steget.
De kommunale tilbud er steget fra <egne< til <egne>.
Indekstallet for de private leverandører er steget fra <private< til <private>.
Private leverandører er gået tilbage.
Målgrupperne er alle gået tilbage.
Målgrupperne er alle faldet.
Alle er faldet.
Ingen er faldet.
Ikke én eneste målgruppe er faldet.
Der er fald i samtlige målgrupper.
Der er fremgang for to målgrupper.
Fem ud af fem tilbud er faldet.
Alle fem tilbud er gået tilbage.
Tre tilbud er steget.
Aktivitetstilbuddene ligger lavest.
STU ligger højest med <stu>.
STU har med <stu> det højeste indekstal.
STU klarer sig bedst.
Det højeste indekstal ses hos STU, mens det laveste ses hos aktivitetstilbuddene.
Aktivitetstilbuddene ligger <akt> og er dermed lavest.
Afstanden er vokset, da STU er faldet.
Bostøtten ligger under samlet.
Bostøtten ligger under det samlede niveau.
STU ligger over det samlede resultat på <all>.
Bostøtten er på <bo> og ligger dermed under STU på <stu>.
Værestederne er faldet en smule fra <vs< til <vs>.
Værestederne er faldet lidt.
Tilfredsheden er steget med knap <~all>.
Indekstallet er steget til knap <all>.
Tilfredsheden er ca. <all>, en stigning.
Tilfredsheden er nu oppe på <all>.
Tilfredsheden nåede op på <all>.
Tilfredsheden kom op på <all>.
Tilfredsheden røg ned på <stu> for STU.
Vi er gået fra <all> til <all<.
Resultatet var <all> i den seneste måling mod <all< i den forrige, altså en forbedring.
I 2023 og 2024 var tallet henholdsvis <all> og <all<.
I 2022 var tallet <all<.
Sidste år var tallet <all>.
Antal svar er faldet fra <#all> til <#all<.
<#bo> borgere i værestederne har svaret.
Der er <bo> svar fra bostøtten.
Bostøtten har <#stu> svar.
`
export const trueDanish = `
Af de viste grupper er indekstallet størst blandt aktivitetstilbuddene med <akt> og mindst blandt STU med <stu>.
Af målgrupperne er indekstallet højest for aktivitetstilbuddene med <akt> og lavest for STU med <stu>.
Brugertilfredshed: <bo> hos bostøtten, <all> for alle.
Tilfredsheden er høj hos aktivitetstilbuddene.
Vi har lagt vægt på at forbedre kommunikationen i bostøtten.
Resultaterne giver anledning til at se nærmere på bostøtten.
Indekstallet kan ligge mellem nul og hundrede.
Borgerne har fået bedre tid til at svare.
Undersøgelsen er gennemført på samme måde som i 2023.
Der er samme antal spørgsmål som sidste år.
STU har fået ny leder, og tilfredsheden er steget til <stu>.
Tre af de fem tilbud har haft tilbagegang.
Bostøtten er faldet <~bo>, fra <bo< til <bo>.
Brugertilfredsheden er faldet fra <all< til <all>.
Tilfredsheden er faldet.
Tilfredsheden falder.
Brugertilfredsheden er dalet med <~all>.
Det samlede indekstal er <all>. Det er et fald på <~all>.
Indekstallet er <all> og er faldet.
Indekstallet er <all> efter et fald.
Det samlede indekstal ligger på <all>, hvilket er en tilbagegang.
Bostøtten er gået tilbage fra <bo< til <bo>.
Bostøtten går tilbage.
Der er sket en forværring for bostøtten.
Tilfredsheden med bostøtten er forringet.
For bostøtten er indekstallet mindsket fra <bo< til <bo>.
På bostøtten er indekstallet faldet til <bo>.
Bostøtten ligger på <bo>, som er lavere end sidste år.
STU er steget fra <stu< til <stu>.
STU klarer sig bedre end året før.
STU-tilbuddene er gået frem.
STU er gået frem med <~stu>.
Fremgang i tilfredsheden med STU.
Tilfredsheden med STU-tilbuddene er stigende.
STU har oplevet en markant stigning.
Værestederne er uændrede på <vs>.
Værestederne er uændret.
Tilfredsheden med værestederne er den samme som i 2023.
Værestederne ligger på samme niveau som sidste år.
Værestederne ligger stabilt på <vs>.
De private tilbud er stort set uændret.
De private tilbud er uændret på <private>.
Indekstallet for værestederne er fastholdt på <vs>.
To af tre målgrupper er faldet.
De fleste målgrupper er gået tilbage.
Kun STU er steget.
Ikke alle målgrupper er faldet.
Tre af fem tilbud er faldet.
Kommunens egne tilbud er faldet fra <egne< til <egne>.
Kommunens egne tilbud har haft tilbagegang.
Tilbagegang for kommunens egne tilbud.
For STU er indekstallet <stu>.
For bostøtten er indekstallet <bo>.
Det samlede indekstal er <all>.
Indekstallet er <bo> for bostøtten.
I 2023 var det samlede indekstal <all<.
I 2024 er det samlede indekstal <all>.
Indekstallet er <all> i 2024 mod <all< i 2023.
Det samlede indekstal er <all> mod <all< sidste år.
Der er <#all> svar.
Indekstallet er <all> indekspoint.
Indekstallet er <all> på grundlag af <#all> svar.
Antallet af svar er <#all>.
STU ligger lavere end bostøtten.
Bostøtten ligger højere end STU.
STU ligger på <stu> og dermed under bostøtten på <bo>.
Bostøtten (<bo>) ligger højere end STU (<stu>).
STU ligger under det samlede indekstal.
Aktivitetstilbud ligger over gennemsnittet.
Bostøtten ligger under målet.
Målet for bostøtten er ikke nået.
Målet for STU er nået.
STU ligger over målet.
Bostøtten har ikke nået målet.
STU har nået målet.
STU har det laveste indekstal.
Aktivitetstilbud har det højeste indekstal.
STU har den største stigning.
Tilfredsheden er højest for aktivitetstilbud.
Tilfredsheden er lavest for STU.
Tilfredsheden er ikke steget.
STU er ikke faldet.
Bostøtten er ikke gået frem.
Værestederne har ikke ændret sig.
Værestederne er hverken steget eller faldet.
Tilfredsheden er faldet siden 2023.
Bostøtten er faldet fra 2022 til 2024.
Aktivitetstilbud er faldet siden 2022.
Fra 2022 til 2023 steg bostøtten.
Bostøtten steg fra <bo<< til <bo<.
Bostøtten steg fra <bo<< i 2022 til <bo< i 2023.
Samlet set er brugertilfredsheden faldet, mens STU er steget.
STU er steget, og bostøtten er faldet.
STU er steget, hvorimod aktivitetstilbud er faldet.
Mens STU er steget, er bostøtten faldet.
Bostøtten er faldet, men STU er steget.
Undersøgelsen viser, at tilfredsheden er faldet.
TILFREDSHEDEN ER FALDET.
Værestederne er Uforandret.
Værestederne er uaendrede.
Faldende tilfredshed med bostøtten.
Stigende tilfredshed med STU.
Brugerne er mindre tilfredse end sidste år.
Brugerne er mere tilfredse med STU end i 2023.
Desværre er bostøtten faldet.
Tilfredsheden er svækket.
Tilfredsheden er styrket for STU.
Indekstallet er sænket fra <all< til <all>.
Det samlede resultat er dårligere end året før.
Indekstallet er <~all> lavere end sidste år.
STU ligger <~stu> højere end i 2023.
Indekstallet er faldet med <~all>.
Der er en stigning på <~stu> for STU.
Indekstallet gik fra <all< til <all>.
Tilfredsheden faldt fra <all< i 2023 til <all> i 2024.
Tilfredsheden er <all> mod <all< året før og er dermed faldet.
Tilfredsheden er faldet til <all> fra <all<.
Der er tale om et fald for tilbuddene til unge.
Tilbuddene til unge er rykket tilbage.
De unge er gået tilbage.
De private ligger på <private>.
Bostøtten ligger på <bo>, og STU ligger på <stu>.
For STU er indekstallet <stu> og for bostøtten <bo>.
Bostøtten og STU ligger på henholdsvis <bo> og <stu>.
Indekstallet er knap <all>.
Tilfredsheden med bostøtten var <bo< og er nu <bo>.
Bostøtten og tilbuddene til unge er faldet.
Både bostøtten og aktivitetstilbuddene er gået tilbage.
Ændringen er på <~all>.
Der er stor tilfredshed med bostøtten.
Det kan skyldes en omorganisering.
Vi vil følge op på resultaterne.
Målet er at øge tilfredsheden.
Tilfredsheden skal stige.
Forvaltningen arbejder for at forbedre tilbuddene.
Se bilag 1 for en oversigt.
Borgerne er glade for bostøtten.
Antallet af svar er uændret.
Antallet af svar for bostøtten er <#bo>.
I bostøtten er indekstallet <bo>, mens det er <vs> i værestederne.
Tilfredsheden er faldet markant.
Tilfredsheden er faldet svagt fra <all< til <all>.
Der ses et fald i den samlede tilfredshed.
Samlet set er der tilbagegang.
Bostøtten har forværret sig.
Bostøtten er blevet dårligere.
Bostøtten klarer sig dårligere end sidste år.
Indekstallet for bostøtten ligger <~bo> under niveauet i 2023.
I forhold til 2023 er tilfredsheden faldet.
Sammenlignet med sidste år er bostøtten gået tilbage.
Sammenlignet med 2023 ligger STU højere.
Tilfredsheden har været faldende.
STU har en fremgang på <~stu>.
STU's indekstal er steget.
På STU er tilfredsheden steget med <~stu>, så indekstallet nu er <stu>.
Hos STU er der sket en stigning, mens der hos bostøtten er sket et fald.
Både aktivitetstilbud og bostøtten er faldet.
Bostøtten, aktivitetstilbud og tilbuddene til unge er faldet.
Alle målgrupper er gået tilbage undtagen STU.
En enkelt målgruppe er steget.
Én af tre målgrupper er steget.
Flertallet af målgrupperne er gået tilbage.
Fremgangen er størst for STU.
Borgerne er mest tilfredse med aktivitetstilbuddene.
Borgerne er mindst tilfredse med STU.
STU har et lavere indekstal end bostøtten.
Bostøtten har et højere indekstal end STU.
Indekstallet er lavere for STU (<stu>) end for bostøtten (<bo>).
Kommunens egne tilbud ligger højere end de private.
Bostøtten og STU ligger ikke på samme niveau.
Indekstallet er <all>, og det er <~all> lavere end året før.
Indekstallet er <all>, altså et fald.
Med et indekstal på <all> er tilfredsheden faldet.
Tallet var <all< i 2023 og er <all> i 2024.
Tilfredsheden var <all< i 2023.
2024: <all>
I år er tallet <all>.
Bostøtten: <bo>
Bostøtten: <bo> (fald fra <bo<)
Der er indkommet <#all> svar.
Der er ikke sket nogen ændring for værestederne.
Værestederne har holdt sig på samme niveau.
Tilfredsheden er **faldet** til <all>.
Bostøtten, der er faldet, ligger på <bo>.
Bostøtten ligger på <bo>. Det er et fald i forhold til året før.
Indekstallet for STU er <stu> mod <stu<. Det er en stigning på <~stu>.
STU er gået fra <stu< til <stu>.
Bostøtten ligger på <bo>, de unge på <unge> og STU på <stu>.
Indekstallet er <bo> for bostøtten, <vs> for værestederne og <stu> for STU.
Borgerne har svaret på en skala fra helt enig til helt uenig.
Forvaltningen foreslår, at der arbejdes videre med at styrke indsatsen.
Resultaterne drøftes på næste møde.
Notatet viser udviklingen i tilfredsheden.
Lederne oplever, at der er kommet mere ro på.
Der har været en stor udskiftning af personale.
Antallet af svar er det samme som i 2023.
Værestederne er nogenlunde uændrede.
Der er <#bo> svar fra bostøtten og <#stu> fra STU.
I 2022 var tallet <all<<, i 2023 <all< og i 2024 <all>.
Tilfredsheden er <all> og ligger dermed under niveauet i 2023 (<all<).
Tilfredsheden ligger på <all>. Den er faldet med <~all> siden 2023.
Brugertilfredsheden ligger nu på <all>, hvilket er et lille fald sammenlignet med undersøgelsen i 2023.
Tilfredsheden er på <all>. Det svarer til et fald på <~all> siden sidste måling.
Sammenlignet med 2023, hvor indekstallet var <all<, er tilfredsheden faldet til <all>.
Mens indekstallet i 2023 var <all<, er det i 2024 faldet til <all>.
I 2024 faldt indekstallet for bostøtten.
Resultaterne viser tilbagegang for bostøtten og fremgang for STU.
Det er især bostøtten, der er gået tilbage.
STU er det eneste tilbud, der er gået frem.
For STU ses en stigning fra <stu< til <stu>.
Bostøtten falder <~bo>.
Bostøtten faldt <~bo> fra <bo< til <bo>.
Tilfredsheden blandt borgerne i bostøtten er faldet.
Kun to målgrupper er faldet.
Der er tilbagegang for to målgrupper.
STU ligger lavest med <stu>.
Aktivitetstilbuddene har med <akt> det højeste indekstal.
Det laveste indekstal ses hos STU, mens det højeste ses hos aktivitetstilbuddene.
Bostøtten er på <bo> og ligger dermed over STU på <stu>.
Værestederne er uændrede fra 2023 til 2024.
Indekstallet er faldet til knap <all>.
Tilfredsheden er nu nede på <all>.
Sidste år var tallet <all<.
<#vs> borgere i værestederne har svaret.
Bostøtten har <#bo> svar.
I 2023 og 2024 var tallet henholdsvis <all< og <all>.
Antallet af svar er <#all> i både 2023 og 2024.
Resultatet ligger på niveau med 2023 for værestederne.
Vi er gået fra <all< til <all>.
Borgerne efterspørger bedre information.
Flere borgere nævner ventetid.
Halvdelen af borgerne har svaret.
Resultatet skal ses i lyset af et lavt antal svar.
Der er et ønske om højere kvalitet.
`
export const unreadDanish = `
Brugertilfredshed: <bo> hos bostøtten, <stu> for alle.
Brugertilfredshed: <bo> hos bostøtten, <stu> for resten.
Tilfredsheden er nede på <stu> for STU.
Udviklingen går den rigtige vej.
Brugerne er blevet gladere.
STU har haft den mindste stigning.
Bostøtten topper med <bo>.
Ingen når målet.
Alle når målet.
STU mangler <~stu> for at nå målet.
Bostøtten ligger fortsat på <bo<.
STU: <stu<
Det er lykkedes at løfte bostøtten fra <bo< til <bo>.
Tilfredsheden er – trods alt – steget.
Fremgang overalt.
Fire grupper er faldet, mens én er steget.
Der blev udsendt flere skemaer end i 2023.
Faldet på <~bo> for bostøtten er det største sammen med faldet for tilbuddene til unge.
Der er afsat midler til et bedre tilbud.
Tilfredsheden rykkede hid og did fra <all< til <all>.
Antallet af henvendelser er steget i perioden.
Ledigheden er faldet.
Målet er, at tilfredsheden er steget til <all> ved næste måling.
Hvis tilfredsheden falder, følger vi op.
Tilfredsheden forventes at stige til <all>.
Medarbejderne siger, at tilfredsheden er steget.
Tilfredsheden er steget siden 2019.
STU er steget, men ikke bostøtten.
De øvrige målgrupper er faldet.
Indekstallet er <~all>.
Tilfredsheden med ventetiden på bostøtten er steget.
Ventetiden er steget.
Tilfredsheden er steget støt de seneste år.
Kun bostøtten er gået tilbage.
Begge de private målgrupper og STU er faldet.
Det højeste indekstal har bostøtten blandt alle tilbud, nemlig <bo>.
Alle leverandørgrupper og alle målgrupper er steget.
Halvdelen af målgrupperne er steget.
Bostøtten har det største indekstal af alle.
<all> er det højeste indekstal.
**Stigning:** Bostøtten er på <bo>.
Tilfredsheden er "steget" til <all>.
STU ligger på <stu>. Tilfredsheden er her faldet.
Tilfredsheden er vokset støt fra <bo<< over <bo< til <bo>.
Det går bedre end i 2023.
Kun to tilbud er faldet.
Bostøtten er bedst.
STU er på <stu>, mens bostøtten ligger lavere.
STU ligger på <stu>. Bostøtten ligger lavere på <bo>.
Både i 2023 og 2024 var tallet <all>.
Tallet var <all> for to år siden.
Tallet var <all<< for to år siden.
Tilfredsheden falder, og det samme gælder antallet af henvendelser.
Ændringen kan være tilfældig.
Faldet for bostøtten er statistisk sikkert.
Om ændringen for bostøtten er tilfældig, kan ikke afgøres.
STU-tilbuddene blev ikke målt i 2023.
Tallet for bostøtten vises ikke, fordi der er for få svar.
Kun bostøtten er målt i begge år.
Det er kun værestederne, der har fået fat i borgerne.
STU-tilbuddene klarer sig godt i forhold til bostøtten.
Værestederne ligger pænt over for de øvrige.
`
export const falseEnglish = `
Of the groups shown the index is greatest among home support with <bo> and least among the activity services with <akt>.
User satisfaction has risen from <all< to <all>.
Satisfaction has increased.
Satisfaction rose.
Satisfaction is rising.
Home support has improved from <bo< to <bo>.
Home support went up.
Home support is higher than last year.
The index is <all>, an increase of <~all>.
The index is <all> and has risen.
Special needs education fell from <stu< to <stu>.
Special needs education has declined.
Special needs education is lower than in 2023.
Special needs education dropped to <stu>.
The day centres have fallen.
The day centres have improved to <vs>.
Satisfaction is unchanged.
Overall satisfaction is at the same level as last year.
Home support is unchanged at <bo>.
All target groups have fallen.
All target groups have improved.
No target groups have fallen.
Two of three target groups have risen.
Most target groups have risen.
Only special needs education has fallen.
The municipal services have risen from <egne< to <egne>.
The private services have risen from <private< to <private>.
For home support the index is <stu>.
The index is <stu> for home support.
In 2023 the overall index was <all>.
The overall index was <all> last year.
The index is <all> per cent.
Special needs education scores higher than home support.
Home support is below special needs education.
Home support is above the target.
Special needs education has not reached the target.
Special needs education has the highest index.
The activity services have the lowest index.
Satisfaction has not fallen.
Satisfaction has not changed.
Satisfaction has fallen from <all> to <all<.
Home support has fallen, while special needs education has also fallen.
Satisfaction has improved slightly.
There has been an increase in overall satisfaction.
There was a fall in satisfaction with special needs education.
Compared with last year, satisfaction has risen.
Compared to 2023, home support has improved.
Since 2023 satisfaction has grown from <all< to <all>.
Home support has not fallen.
Home support did not fall.
Both home support and the activity services have improved.
Neither home support nor the activity services have fallen.
None of the target groups have fallen.
All three target groups have fallen.
All target groups except special needs education have risen.
The largest fall is seen in special needs education.
Home support saw the largest increase.
Users are most satisfied with special needs education.
Users are least satisfied with the activity services.
Home support has a lower index than special needs education.
Satisfaction with home support is lower than with special needs education.
Home support and special needs education are at the same level.
The target for home support has been reached.
At <stu>, special needs education is below the target.
The index was <all> in 2023 and is <all< in 2024.
This year the index is <all<.
Home support (<stu>) has fallen.
The number of answers is <all>.
Satisfaction remains stable.
Satisfaction has remained at the same level.
There has been no change in satisfaction.
The result is better than last year.
Home support performs better than in 2023.
Users are more satisfied than last year.
Satisfaction went from <all> to <all<.
Satisfaction stands at <all>, up from <all< last year.
Satisfaction stands at <all>, which is an improvement.
Home support rose by <~bo>.
Home support is <~bo> higher than last year.
The fall is greatest for special needs education.
Only home support has risen.
Two out of three target groups have improved.
`
export const trueEnglish = `
Of the groups shown the index is greatest among the activity services with <akt> and least among special needs education with <stu>.
User satisfaction: <bo> for home support, <all> for all.
User satisfaction has fallen from <all< to <all>.
Satisfaction has decreased.
Satisfaction fell.
Satisfaction is falling.
Home support has declined from <bo< to <bo>.
Home support went down.
Home support is lower than last year.
The index is <all>, a decrease of <~all>.
The index is <all> and has fallen.
Special needs education rose from <stu< to <stu>.
Special needs education has improved.
Special needs education is higher than in 2023.
Special needs education climbed to <stu>.
The day centres are unchanged.
The day centres are unchanged at <vs>.
The private services are largely unchanged.
The day centres are at the same level as last year.
Two of three target groups have fallen.
Most target groups have fallen.
Only special needs education has risen.
The municipal services have fallen from <egne< to <egne>.
For home support the index is <bo>.
The index is <bo> for home support.
In 2023 the overall index was <all<.
The overall index is <all> compared with <all< last year.
The index is <all> index points.
Special needs education scores lower than home support.
Home support is above special needs education.
Home support is below the target.
Special needs education has reached the target.
Special needs education has the lowest index.
The activity services have the highest index.
Satisfaction has not risen.
The day centres have not changed.
Home support has fallen, while special needs education has risen.
Satisfaction should rise.
The aim is to improve satisfaction.
There is great satisfaction with home support.
The number of answers is <#all>.
The index is based on <#all> answers.
Satisfaction has fallen slightly.
There has been a decrease in overall satisfaction.
Compared with last year, satisfaction has fallen.
Since 2023 satisfaction has declined from <all< to <all>.
Special needs education has not fallen.
Special needs education did not fall.
Both home support and the activity services have fallen.
All target groups except special needs education have fallen.
Special needs education saw the largest increase.
Users are least satisfied with special needs education.
Home support has a higher index than special needs education.
The target for home support has not been reached.
The index was <all< in 2023 and is <all> in 2024.
Satisfaction stands at <all>, down from <all< last year.
Home support fell by <~bo>.
Home support is <~bo> lower than last year.
Two out of three target groups have declined.
The municipality will follow up on the results.
It may be due to staff changes.
Users appreciate the staff.
`
