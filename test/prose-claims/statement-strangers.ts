/** Sentences by people who had not seen the reader: what is not so, what is, and what is about other things. A sentence a line. */
export const notSoDanish = `
Bostøtten er gået frem siden sidste år og ligger nu på <bo>.
Brugerne af værestederne er blevet mindre tilfredse end i 2023 (<vs<) og giver nu <vs>.
STU-tilbuddene har tabt terræn fra <stu<< til <stu>.
Hos de unge ses et pænt løft i tilfredsheden i 2024.
Aktivitetstilbuddene har for første gang måttet afgive førstepladsen.
Samlet set er tilfredsheden i Havneby Kommune vokset det seneste år.
Med <all> i år mod <all< sidste år er der tale om en forbedring på tværs af tilbuddene.
Kommunens egne tilbud har holdt skansen og ligger præcis, hvor de lå i 2023.
De private tilbud dykkede i 2024 og landede på <private>.
De private leverandører har nu overhalet kommunen, når brugerne selv skal give karakter.
Målet for bostøtten blev nået med <bo> point.
STU nåede med <stu> ikke i mål i 2024.
STU-tilbuddene lever fortsat ikke op til målsætningen, selv om indekset er steget til <stu>.
Allerede i 2023 var målet for STU indfriet.
Bostøtten missede også sit mål i 2023, hvor indekset var <bo<.
Ingen af de fem områder er gået frem.
Alle områder oplever tilbagegang i 2024.
Fire ud af fem områder kan glæde sig over mere tilfredse brugere end året før.
Fremgangen på STU kan ikke måle sig med den, man ser i tilbud til unge.
Lavest i feltet finder vi værestederne med <vs>.
Topscoreren i 2024 er bostøtten med <bo>.
Bundplaceringen går i år til tilbuddene til unge.
Værestederne er det kommunale tilbud, som borgerne sætter mest pris på.
Hvad angår tilfredsheden, ligger STU-tilbuddene over gennemsnittet for hele kommunen.
Unge-området (<unge>) ligger en anelse over kommunen som helhed (<all>).
Bostøtten ligger under det samlede niveau i kommunen, som er <all>.
Aldrig har bostøtten fået så gode skudsmål som i 2024.
Med <bo> sætter bostøtten ny rekord for treårsperioden.
STU-tilbuddene har ramt det laveste punkt i de tre år, vi har målt.
Aktivitetstilbuddene er steget støt siden 2022: <akt<<, <akt<, <akt>.
Værestederne har haft fremgang to år i træk.
Bostøtten er faldet hvert eneste år siden 2022, hvor den lå på <bo<<.
Tilfredsheden i tilbud til unge har været nedadgående i begge år.
STU's fremgang er en enlig svale: fra 2022 til 2023 skete der intet.
Siden 2022 er de kommunale tilbud rykket op ad stigen.
Set over hele perioden står de private tilbud dårligere end ved starten, hvor de lå på <private<<.
I forhold til 2022 er det samlede indeks faldet.
Fra <all<< til <all> på to år: kommunen er altså gået tilbage.
Forspringet til kommunens egne tilbud er blevet større i forhold til de private.
Afstanden mellem kommunale og private tilbud er uændret siden sidste år.
Kommunalt og privat ligger nu side om side med nøjagtig samme tilfredshed.
Kløften mellem de mest og mindst tilfredse brugere er vokset.
STU haler ikke ind på de øvrige områder, tværtimod.
Der kom flest svar fra værestederne, nemlig <#vs>.
STU-tilbuddene er den gruppe, der har færrest besvarelser (<#stu>).
Kun <#akt> brugere af aktivitetstilbud har svaret, hvilket er færre end i 2023.
Der er flere svar bag tallet for tilbud til unge end bag tallet for bostøtten.
Svarantallet fra bostøtten er faldet kraftigt siden sidste år.
De private leverandørers brugere udgør hovedparten af alle besvarelser.
Langt flere end tidligere har svaret i år, eksempelvis <#unge> i tilbud til unge.
STU blev målt for første gang i 2024.
Værestederne indgår ikke i årets måling, så det seneste tal er <vs<.
Der foreligger ingen tal for aktivitetstilbud i 2022.
Tilbud til unge kom først med i 2023, hvor indekset blev <unge<.
Undersøgelsen omfatter udelukkende kommunens egne tilbud.
De private tilbud er ikke blevet målt i år.
Faldet i det samlede indeks skyldes udelukkende de private leverandører.
At det samlede tal er faldet fra <all< til <all>, kan alene tilskrives STU.
Det er værestederne, der trækker kommunens egne tilbud ned i forhold til 2023.
Tilbagegangen i de kommunale tilbud skyldes, at begge områder er faldet.
De private tilbud holder niveauet, fordi ingen af dem har flyttet sig.
Samtlige private områder er uændrede: STU <stu>, unge <unge> og aktivitetstilbud <akt>.
Private tilbud: stilstand over hele linjen
Bostøtten buldrer frem til <bo>
Værestederne på retur
Rekordår for de unge: <unge>
STU: fortsat langt fra målet
Kommunens egne tilbud – nu bedre end nogensinde
Aktivitetstilbud (<akt>): bundskraber for tredje år i træk
Tilfredshed i fremgang overalt
Hvorfor er STU-brugerne blevet mere utilfredse?
Hvad ligger der bag det store spring opad for bostøtten fra <bo< til <bo>?
Kan man bygge videre på fremgangen blandt de unge, som nu er oppe på <unge>?
Hvordan kan det være, at de private klarer sig bedre end kommunen selv?
Man skal lede længe efter noget, der er gået bedre i år; selv STU er faldet.
Skønt værestederne har mistet opbakning, ligger de stadig på <vs>.
Efter dykket i 2023 til <bo< har bostøtten rejst sig igen.
Som det eneste område gik værestederne tilbage fra 2022 til 2023.
Fra 2022 til 2023 faldt tilfredsheden på unge-området, inden den igen rettede sig.
Det gik fremad for aktivitetstilbuddene i 2023, men siden er luften gået af ballonen.
Det største fald findes i aktivitetstilbuddene (<~akt> point).
Det største fald i år, <~unge> point, tegner tilbud til unge sig for alene.
Bostøtten faldt mindre end aktivitetstilbuddene.
Unge-området er faldet dobbelt så meget som bostøtten.
Med <~stu> point er STU kun nummer to blandt årets højdespringere.
De kommunale tilbud er kun gået ganske lidt tilbage, nemlig med et enkelt point.
Tilfredsheden i STU er fordoblet siden 2022.
Halvdelen af bostøttens tilfredshed er forduftet på et år.
Bostøtten er stadig oppe i firserne med <bo>.
Aktivitetstilbuddene kommer ind på en andenplads med <akt>.
STU har forladt sidstepladsen og overhalet værestederne.
Bostøtten er med <bo> rykket ned på en tredjeplads.
Tilbud til unge har byttet plads med værestederne siden sidste år.
Rækkefølgen mellem områderne er vendt helt på hovedet.
Begge de områder, der har et mål, nåede det.
Ingen af de to mål blev opfyldt i 2024.
Bostøtten klarede sit mål med <bo>, mens STU måtte se sig slået med <stu>.
Der mangler kun et enkelt point, før STU når måltallet.
Bostøtten ligger med <bo> pænt over sit mål.
Bostøtten har i ingen af årene været oppe på måltallet.
STU har opfyldt målet i alle tre år, først med <stu<<, så med <stu< og nu med <stu>.
Der er grund til at fejre, at færre er utilfredse med bostøtten nu end før, idet indekset er gået op til <bo>.
Tilfredsheden med væresteder blev ikke fastholdt i 2024.
I værestederne er pilen vendt nedad efter et godt 2023.
Brugerne af STU giver ringere karakterer end for to år siden.
Det er ikke lykkedes at løfte STU i 2024.
Borgerne med støtte i eget hjem har fået et mere positivt syn på hjælpen end i 2023.
De, der modtager bostøtte, er blevet gladere, mens de, der går på STU, er blevet mere tvære.
Mens bostøtten gik op med <~bo> point, gik STU ned med <~stu>.
Både bostøtten (<~bo>) og værestederne (<~vs>) er faldet.
Hverken bostøtten eller tilbuddene til unge har tabt point i år.
Kurven for aktivitetstilbud er knækket opad, fra <akt< til <akt>.
Aktivitetstilbuddene har indhentet det tabte fra 2022.
Værestederne ligger nu lavere, end de gjorde i 2022 (<vs<<).
De unge er mere tilfredse i dag, end de var i 2022, hvor indekset var <unge<<.
Bostøtten er med <bo> tilbage på 2022-niveauet.
Kommunens egne tilbud har bidt sig fast over 2022-niveauet på <egne<<.
Det, vi vandt i 2023, er gået helt tabt igen på værestederne.
Hele nedgangen for de unge er overstået: niveauet fra 2023 er genvundet.
Værestederne har overhalet bostøtten indenom.
Der er ikke længere forskel på bostøtten og værestederne.
Forskellen på bostøtte (<bo>) og væresteder (<vs>) er blevet større det sidste år.
Mellem STU og de unges tilbud er afstanden uændret siden 2023.
Havnebys borgere med private tilbud har gennem alle tre år været de mest tilfredse.
Blandt de private tilbud er STU flagskibet.
Blandt private leverandører er der størst tilfredshed i tilbud til unge (<unge>).
Inden for kommunens egne rækker er det bostøtten, der halter bagefter.
Tre af de fem områder er uændrede.
Et flertal af områderne har oplevet stigende tilfredshed i 2024.
To områder gik frem, to gik tilbage, og ét stod stille.
Vi må sande, at 2024 blev det ringeste år for de private tilbud med blot <private>.
De private tilbud fik et skulderklap i 2024 og steg til <private>.
Borgerne belønner kommunens egne tilbud med højere karakterer end året før (<egne> mod <egne<).
(I STU var niveauet højere i 2023 end i 2024).
(Kun <#bo> svar, det laveste antal i undersøgelsen, for bostøtten).
Ny bundrekord på værestederne.
Nedturen for STU er nu på <~stu> point.
Bostøttens brugere er fortsat mere begejstrede end brugerne af aktivitetstilbud.
Selv ikke det bedst bedømte område, bostøtten, undgik et fald.
STU er det eneste område, der er faldet siden 2022.
At <#stu> svar på STU er det samme som fra værestederne, gør de to tal lige sikre.
Det var tilbud til unge, der i 2023 havde den mindste stigning.
Bostøtten går frem
Fremgang til bostøtten i 2024
STU på vej ned
Rekord til bostøtten i 2024
Bundrekord for STU i 2024
Bostøtten overhaler aktivitetstilbuddene i 2024
Ingen stigninger i 2024
Alle pile peger opad i 2024
Tilbagegang over hele linjen i 2024
Målet for bostøtten er i hus
STU mangler fortsat at nå sit mål.
Begge mål blev nået i 2024.
Ingen af de to mål blev indfriet i 2024.
Bostøtten klarede sit mål i 2024, mens STU ikke gjorde.
Tilfredsheden med bostøtten ligger på <bo> og er dermed højere end året før.
I 2023 lå bostøtten på <bo>.
Bostøtten lå i 2022 på <bo<, og siden er det gået ned ad bakke.
Fra <bo< til <bo>: Bostøtten er i medvind.
Det er værd at bemærke, at tilbuddene til unge, som i 2023 lå på <unge<, er kravlet yderligere opad til <unge>.
Tilbuddene til unge holdt skansen i 2024.
Tilbuddene til unge har haft uafbrudt fremgang siden 2022.
Aktivitetstilbuddene har oplevet stigende tilfredshed år for år.
Aktivitetstilbuddene er det eneste sted, hvor tilfredsheden voksede i 2024.
Aktivitetstilbuddene indtager andenpladsen efter bostøtten.
Bundplaceringen i 2024 tilfalder værestederne.
STU har forladt sidstepladsen.
STU er rykket forbi værestederne.
Værestederne fik færre point i 2024 end i 2022.
Værestederne tabte terræn i 2024.
Værestederne oplevede et markant løft fra 2023 til 2024.
Hvorfor steg tilfredsheden med bostøtten i 2024?
Hvad ligger der bag STU's nedtur i 2024?
Kan det undre, at værestederne nu overgår bostøtten?
Mon ikke brugerne mærker, at det er gået tilbage for STU, siden scoren er faldet?
Kun bostøtten gik tilbage i 2024.
Kun ét af de fem tilbud faldt i 2024.
Bortset fra STU faldt samtlige øvrige tilbud i 2024.
Bortset fra værestederne steg tilfredsheden overalt i 2024.
Med undtagelse af bostøtten gik alle tilbud frem i 2024.
To af de tre private målgrupper gik frem i 2024.
Alle tre private målgrupper faldt i 2024.
Ingen af de tre private målgrupper gik frem i 2024.
Fire ud af fem tilbud steg i 2024.
Flertallet af tilbuddene havde fremgang i 2024.
Begge kommunens egne tilbud gik tilbage i 2024.
Hverken bostøtten eller tilbuddene til unge faldt i 2024.
Både STU og værestederne gik frem i 2024.
Både bostøtten, værestederne og STU har tabt point siden 2023.
Afstanden mellem aktivitetstilbuddene og STU voksede i 2024.
Kløften mellem bostøtten og værestederne er blevet dybere siden 2023.
STU halter længere efter værestederne end nogensinde.
Forspringet, som aktivitetstilbuddene har til bostøtten, skrumpede i 2024.
Forskellen på kommunens egne og de private tilbud er vokset fra 2023 til 2024.
Spændet mellem top og bund er større i 2024, end det var i 2022.
De private tilbud ligger højere end kommunens egne tilbud, nemlig på <private> mod <egne>.
Kommunens egne tilbud blev i 2024 overhalet af de private.
Kommunens egne tilbud gik fra <egne< til <egne>, altså en fremgang.
Samlet set er tilfredsheden vokset fra 2023 til 2024.
Samlet ligger tilfredsheden på <all>, hvilket er det højeste i perioden.
Tilbuddene i Havneby har som helhed aldrig fået bedre karakter end i 2024.
Samlet steg tilfredsheden både i 2023 og i 2024.
Den samlede tilfredshed var lavere i 2023 end i 2022.
I 2023 faldt tilfredsheden med alle fem tilbud.
I 2023 gik alle fem tilbud frem.
I 2023 var bostøtten det eneste tilbud i fremgang.
I 2023 nåede STU sit mål for første gang.
STU lå over målet allerede i 2022.
STU nåede sit mål i alle tre år.
Bostøtten har i ingen af årene været under sit mål.
Bostøtten har været under målet i samtlige tre år.
Først i 2024 nåede bostøtten sit mål.
I 2023 lå bostøtten under målet.
Bostøttens måltal blev i 2024 overskredet med god margin.
STU's score på <stu> er utilstrækkelig i forhold til det fastsatte mål.
Bostøtten ligger med <bo> under gennemsnittet for tilbuddene på <all>.
Værestederne ligger med <vs> over det samlede niveau på <all>.
STU ligger nu over gennemsnittet for samtlige tilbud.
Fire af de fem tilbud ligger i 2024 over det samlede niveau.
Kun aktivitetstilbuddene ligger i 2024 over det samlede niveau.
Tilbuddene til unge lå i 2023 lavere end det samlede niveau.
Den faldende tilfredshed i STU giver anledning til bekymring.
Den stigende tilfredshed med bostøtten skyldes formentlig den nye vagtordning.
Takket være de nye lokaler er tilfredsheden med tilbuddene til unge steget i 2024.
Faldet for værestederne i 2024 hænger sammen med de ændrede åbningstider.
Medarbejdernes indsats er årsagen til, at aktivitetstilbuddene gik frem i 2024.
STU-tilbagegangen fra 2023 til 2024 bør drøftes med leverandøren.
Bostøttefremgangen i 2024 er glædelig.
Det kan med sikkerhed fastslås, at brugerne var mindre tilfredse med STU i 2024 end i 2023.
Der hersker ingen tvivl om, at bostøtten scorede højere i 2024 end i 2022.
Det er ikke rigtigt, at bostøtten faldt i 2024.
Det passer ikke, at STU gik frem i 2024.
Ikke et eneste tilbud nåede i 2024 et højere niveau end året før.
Ikke alle tilbud holdt sig i 2024 over <vs>, men STU gjorde.
Intet tilbud faldt i både 2023 og 2024.
Alt er ved det gamle: Ingen af tilbuddene har flyttet sig siden 2023.
Bostøtten faldt i 2024, og det gjorde STU også.
Bostøtten steg i 2023, og den gentog kunststykket i 2024.
STU gik frem i 2024, men det gjorde de andre to private målgrupper også.
STU steg fra <stu< til <stu>, tilbuddene til unge fra <unge< til <unge>.
Bostøtten faldt, værestederne stod stille, STU steg, og aktivitetstilbuddene steg i 2024.
I 2024 gik det ned for bostøtten og tilbuddene til unge, mens værestederne og STU gik op.
Mens bostøtten gik fra <bo< til <bo>, fulgte værestederne med ned.
Selv om STU endte på <stu>, må man konstatere, at tilbuddet fortsat ligger under niveauet i 2022.
Aktivitetstilbuddene, der også i 2022 lå højest, har med <akt> sat ny rekord.
Aktivitetstilbuddene har fastholdt deres score på <akt> i alle tre år.
Værestederne har ligget fast på <vs> siden 2022.
Siden 2022 har værestederne mistet opbakning blandt brugerne, idet scoren er lavere i dag.
Siden 2022 er bostøtten samlet set gået frem.
Tilbuddene til unge ligger i dag højere end ved den første måling i 2022.
Ingen tilbud ligger lavere i 2024 end i 2022.
Alle fem tilbud ligger lavere i 2024 end i 2022.
Bostøtten nåede sit højdepunkt i 2022.
Tilbuddene til unge toppede i 2022.
Aktivitetstilbuddene havde deres bedste år i 2023.
STU's dårligste år var 2023.
Det største fald i 2024 ses hos aktivitetstilbuddene.
Den største fremgang i 2023 stod værestederne for.
Bostøtten faldt mere end dobbelt så meget som tilbuddene til unge i 2024.
Nedgangen for tilbuddene til unge var i 2024 mindre end nedgangen for aktivitetstilbuddene.
STU's fremgang var mindre i 2024 end i 2023.
Flest svar kom fra værestederne, nemlig <#vs>.
Færrest besvarelser kom fra STU (<#stu>).
Der svarede flere brugere af aktivitetstilbuddene (<#akt>) end af tilbuddene til unge (<#unge>).
Over halvdelen af besvarelserne kom fra brugere af de private tilbud.
Bostøtten blev i 2024 målt til <bo>, hvilket er på niveau med 2023.
Rækkefølgen mellem tilbuddene er vendt på hovedet siden 2023.
Tilbuddene til unge blev i 2024 slået af værestederne.
I modsætning til bostøtten havde tilbuddene til unge et godt år i 2024 med stigende tilfredshed.
Ligesom STU kunne bostøtten notere en stigning i 2024.
Udsvinget for bostøtten var i 2024 positivt (<~bo>).
`
export const soDanish = `
Bostøtten har mistet pusten og er faldet fra <bo< til <bo>.
Værestederne står, hvor de stod sidste år.
STU er årets lyspunkt.
STU-tilbuddene har rykket sig fra <stu<< til <stu> på to år.
Målet for STU er nu nået.
Bostøtten når med <bo> ikke sit mål i 2024.
Sidste år lå bostøtten ellers over måltallet.
STU kom først over målstregen i 2024; året før lå indekset på <stu<.
Hos de unge er stemningen dalet det seneste år.
Tilbud til unge satte fremgangen fra 2023 over styr.
Aktivitetstilbuddene ligger stadig i top, selv om de har tabt lidt to år i træk.
Ingen overgår aktivitetstilbuddene, der har et indeks på <akt>.
STU ligger sidst i feltet trods fremgangen.
Nederst på listen finder man fortsat STU med <stu>.
Samlet set er tilfredsheden gået en anelse tilbage siden 2023.
Kommunens egne tilbud er dalet.
De kommunale tilbud ligger nu på <egne> mod <egne< året før.
De private tilbud er uændrede med <private>.
Under den rolige overflade hos de private er der store bevægelser i begge retninger.
Kommunen har stadig en lillebitte fordel over for de private leverandører.
Forspringet til de private er skrumpet, efter at de kommunale tilbud er faldet til <egne>.
Kun STU gik frem i 2024.
Tre af de fem områder mistede point.
Ét område stod stille, nemlig værestederne (<vs>).
Bostøtten og tilbud til unge deler den tvivlsomme ære at være faldet mest.
Intet område faldt mere end bostøtten.
Nedgangen i de kommunale tilbud kan føres tilbage til bostøtten, for værestederne har ikke flyttet sig.
Bostøtten har kun <bo> i år, det laveste i de tre målinger.
STU har aldrig ligget højere i perioden.
2023 var et bedre år for bostøtten end både 2022 og 2024.
Tilbuddene til unge toppede i 2023 med <unge<.
Aktivitetstilbuddene er gledet nedad siden 2022, om end med små skridt.
Værestederne ligger over 2022-niveauet, der var <vs<<.
Fra 2022 til 2023 gik det frem for alle områder undtagen aktivitetstilbuddene.
Kun ét område faldt i 2023.
Bostøtten har flest svar bag sig (<#bo>).
Færrest svar kommer fra aktivitetstilbuddene.
Med blot <#akt> besvarelser skal tallet for aktivitetstilbud læses varsomt.
Antallet af svar er det samme som sidste år.
Over halvdelen af svarene stammer fra kommunens egne tilbud.
Alle grupper er målt i alle tre år.
Der findes tal for værestederne helt tilbage til 2022.
Målingen dækker både kommunale og private tilbud.
STU er ikke længere så langt fra de andre.
Afstanden fra top til bund er mindsket.
Bostøtten er fortsat kommunens bedst bedømte egne tilbud.
Hvor værestederne ligger på <vs>, er bostøtten oppe på <bo>.
Værestederne er det lavest vurderede af de to kommunale områder.
Rangordenen mellem de fem områder er den samme som i fjor.
Bostøtten ligger over gennemsnittet for kommunen på <all>.
De unges tilbud ligger lige under det samlede niveau.
Værestederne kan ikke helt følge med kommunen som helhed.
Hvorfor falder tilfredsheden med bostøtten?
Hvad har STU gjort rigtigt siden 2023, da indekset var <stu<?
STU i mål
Tilbagegang for bostøtte og unge
Uændret på værestederne
Private tilbud holder niveauet
Aktivitetstilbud: en smule ned, men stadig bedst
(For bostøtten er ændringen på <~bo> point).
(STU: <~stu> point i forhold til sidste år).
Det ene af de to mål er indfriet, det andet glippede.
Mens STU passerede sit mål, faldt bostøtten under sit.
Bostøtten mangler lidt i at nå målet igen.
Man kan ikke sige, at værestederne er blevet dårligere bedømt i år.
Fremgangen på STU er lige så stor som bostøttens fald.
Havde det ikke været for STU, ville alle private områder være gået tilbage.
De unge er nu mindre tilfredse end i 2022, hvor tallet var <unge<<.
Bostøtten er havnet lavere, end da målingerne begyndte.
De private tilbud ligger et hak over udgangspunktet i 2022.
Borgerne i STU ser med mildere øjne på deres tilbud end før.
Der er færre roser til bostøtten i år.
Det går den forkerte vej for bostøtten, som nu har <bo>.
For andet år i træk er STU steget.
Aktivitetstilbuddene måtte igen aflevere et enkelt point.
Værestederne fastholdt det løft, de fik i 2023.
Bostøtten går tilbage
Fald for bostøtten i 2024
STU på vej op
Ny rekord til STU i 2024
Laveste tal for bostøtten i tre år
Status quo for værestederne i 2024
Målet for STU er i hus
Bostøtten under målet i 2024
Kun ét af de to mål blev nået i 2024.
STU klarede sit mål i 2024, mens bostøtten ikke gjorde.
Bostøtten lå i 2023 på <bo<.
Fra <bo< til <bo>: Bostøtten er i modvind.
Tilfredsheden med bostøtten ligger på <bo> og er dermed lavere end året før, hvor den var <bo<.
Det er værd at bemærke, at tilbuddene til unge, som i 2023 lå på <unge<, er gledet ned på <unge>.
Tilbuddene til unge steg i 2023, men faldt igen i 2024.
Aktivitetstilbuddene har oplevet faldende tilfredshed to år i træk.
Aktivitetstilbuddene ligger trods faldet stadig øverst.
Aktivitetstilbuddene indtager førstepladsen foran bostøtten.
Bundplaceringen i 2024 tilfalder STU.
STU er stadig sidst, men afstanden op til værestederne er blevet mindre.
Værestederne fik flere point i 2024 end i 2022.
Værestederne lå i 2024 på <vs>, præcis som i 2023.
Hvorfor faldt tilfredsheden med bostøtten i 2024?
Hvad ligger der bag STU's optur i 2024?
Kan det undre, at STU nu ligger over sit mål?
Kun STU gik frem i 2024.
Bortset fra STU gik ingen af de fem tilbud frem i 2024.
Med undtagelse af værestederne og STU faldt alle øvrige tilbud i 2024.
To af de tre private målgrupper gik tilbage i 2024.
Én af de tre private målgrupper gik frem i 2024.
Tre ud af fem tilbud faldt i 2024.
Fire af de fem tilbud gik frem i 2023.
I 2023 var aktivitetstilbuddene det eneste af de fem tilbud, der gik tilbage.
Ikke alle tilbud gik tilbage i 2024.
Ikke alle fem tilbud gik frem i 2023.
Hverken bostøtten eller tilbuddene til unge steg i 2024.
Både bostøtten og tilbuddene til unge faldt i 2024.
Både bostøtten, tilbuddene til unge og aktivitetstilbuddene har tabt point siden 2023.
Afstanden mellem aktivitetstilbuddene og STU blev mindre i 2024.
Kløften mellem bostøtten og værestederne er skrumpet siden 2023.
Forspringet, som aktivitetstilbuddene har til bostøtten, voksede i 2024.
Forskellen på kommunens egne og de private tilbud er blevet mindre fra 2023 til 2024.
Spændet mellem top og bund er mindre i 2024, end det var i 2022.
Kommunens egne tilbud ligger højere end de private tilbud, nemlig på <egne> mod <private>.
Kommunens egne tilbud lå over de private i både 2023 og 2024.
Kommunens egne tilbud gik fra <egne< til <egne>, altså en tilbagegang.
Samlet set er tilfredsheden faldet fra 2023 til 2024.
Samlet var 2023 det bedste af de tre år.
Den samlede tilfredshed steg i 2023 for derefter at falde til <all> i 2024.
Den samlede tilfredshed var højere i 2023 end i 2022.
STU nåede i 2024 sit mål for første gang.
STU lå under målet i både 2022 og 2023.
Bostøtten lå over sit mål i 2023, men ikke i 2024.
I 2022 ramte bostøtten præcis sit mål.
Bostøttens måltal blev ikke nået i 2024.
STU's score på <stu> er tilstrækkelig i forhold til det fastsatte mål.
Bostøtten ligger med <bo> over niveauet for tilbuddene som helhed på <all>.
Værestederne ligger med <vs> under det samlede niveau på <all>.
STU ligger fortsat under det samlede niveau, skønt afstanden er blevet kortere.
To af de fem tilbud ligger i 2024 over det samlede niveau.
Kun bostøtten og aktivitetstilbuddene ligger i 2024 over det samlede niveau.
Tilbuddene til unge lå i 2023 højere end det samlede niveau.
Den stigende tilfredshed i STU giver anledning til glæde.
Den faldende tilfredshed med bostøtten bør drøftes med ledelsen.
STU-fremgangen fra 2023 til 2024 er glædelig.
Bostøttenedgangen i 2024 er værd at tage alvorligt.
Det er ikke rigtigt, at bostøtten gik frem i 2024.
Det passer ikke, at STU faldt i 2024.
Ét tilbud faldt både i 2023 og i 2024: aktivitetstilbuddene.
Bostøtten faldt i 2024, og det gjorde tilbuddene til unge også.
Bostøtten steg i 2023, men den kunne ikke gentage kunststykket i 2024.
STU gik frem i 2024, hvilket de andre to private målgrupper ikke gjorde.
STU steg fra <stu< til <stu>, mens tilbuddene til unge faldt fra <unge< til <unge>.
Bostøtten faldt, værestederne stod stille, STU steg, og aktivitetstilbuddene faldt i 2024.
Mens bostøtten gik fra <bo< til <bo>, blev værestederne på <vs>.
Selv om STU med <stu> nåede målet, ligger tilbuddet stadig lavest af de fem.
Aktivitetstilbuddene, der også i 2022 lå højest, er med <akt> på deres laveste niveau i perioden.
Aktivitetstilbuddene gik fra <akt<< i 2022 over <akt< i 2023 til <akt> i 2024.
Værestederne steg i 2023 og har siden ligget stille.
Siden 2022 er værestederne gået frem fra <vs<< til <vs>.
Siden 2022 er bostøtten samlet set gået tilbage.
Tilbuddene til unge ligger i dag lavere end ved den første måling i 2022.
To af de fem tilbud ligger højere i 2024 end i 2022.
Tre af de fem tilbud ligger lavere i 2024 end i 2022.
Bostøtten nåede sit højdepunkt i 2023.
Tilbuddene til unge toppede i 2023 med <unge<.
Aktivitetstilbuddene havde deres bedste år i 2022.
STU's dårligste år var 2022.
Det mindste fald i 2024 ses hos aktivitetstilbuddene.
Den største fremgang i 2023 stod tilbuddene til unge for.
Bostøtten faldt lige så meget som tilbuddene til unge i 2024.
Nedgangen for tilbuddene til unge var i 2024 større end nedgangen for aktivitetstilbuddene.
STU's fremgang var større i 2024 end i 2023.
Ingen af de fem tilbud faldt mere end bostøtten i 2024.
Flest svar kom fra bostøtten, nemlig <#bo>.
Færrest besvarelser kom fra aktivitetstilbuddene (<#akt>).
Der svarede flere brugere af tilbuddene til unge (<#unge>) end af aktivitetstilbuddene (<#akt>).
Over halvdelen af besvarelserne kom fra brugere af kommunens egne tilbud.
Rækkefølgen mellem de fem tilbud er den samme i 2024 som i 2023.
Tilbuddene til unge blev også i 2024 placeret foran værestederne.
I modsætning til bostøtten havde STU stigende tilfredshed i 2024.
I lighed med bostøtten måtte tilbuddene til unge notere et fald i 2024.
Udsvinget for bostøtten var i 2024 negativt (<~bo>).
STU har aldrig ligget højere end i 2024.
Aldrig før har bostøtten ligget så lavt som i 2024.
Med <stu> point er STU rykket tættere på værestederne, der har <vs>.
Ingen andre end STU kan fremvise en stigning i 2024.
Bostøtten har tabt alt det, den vandt i 2023, og mere til.
Da skemaerne var talt op, viste det sig, at bostøtten, som i 2023 lå på <bo<, var faldet til <bo>, hvorimod STU var steget.
Det er således kun STU blandt de private målgrupper, der har forbedret sig siden 2023.
`
export const otherDanish = `
Hvor mange nåede målet
Tabellen viser, hvor mange målgrupper der er gået frem.
Hvilke tilbud er steget siden 2023?
Forvaltningen vil i foråret holde møde med lederne af alle tilbud.
Undersøgelsen er gennemført som et spørgeskema, der er sendt ud med digital post.
Brugere uden digital post fik skemaet udleveret på papir.
Bostøtte gives efter serviceloven til borgere, der har behov for hjælp i hverdagen.
Forvaltningen takker alle, der har taget sig tid til at svare.
Medarbejderne på værestederne har hjulpet med at dele skemaerne ud.
STU er en særligt tilrettelagt ungdomsuddannelse for unge med særlige behov.
Udvalget får forelagt en handleplan i juni.
Sagen sendes i høring i Handicaprådet.
De private leverandører er orienteret om resultaterne.
Det indstilles, at udvalget tager orienteringen til efterretning.
Der er ingen økonomiske konsekvenser forbundet med sagen.
Svarene er behandlet anonymt i overensstemmelse med databeskyttelsesreglerne.
Forvaltningen vil drøfte resultatet med bostøttens teamledere.
Det er frivilligt at deltage, og et nej får ingen betydning for hjælpen.
Vi kender ikke årsagerne og vil spørge brugerne selv.
Tallene siger ikke i sig selv noget om, hvad der ligger bag.
Indekset beregnes som et gennemsnit af brugernes svar.
Der planlægges et fokusgruppeinterview med unge i løbet af efteråret.
Pårørende er ikke blevet spurgt.
Skemaet er oversat til letlæst dansk.
Brugerne kunne få læst spørgsmålene højt.
Aktivitetstilbud omfatter blandt andet værksteder, musik og udflugter.
Værestederne er åbne tilbud, som man kan benytte uden visitation.
Kommunen fører tilsyn med de private leverandører gennem Socialtilsynet.
Næste måling finder sted i 2025.
Udvalget besluttede sidste år, at målingen skal gentages årligt.
Forvaltningen anbefaler, at målene drøftes på et temamøde.
Har du spørgsmål til undersøgelsen, kan du kontakte Socialafdelingen.
Bilag: Oversigt over spørgsmål
Baggrund
Det videre forløb
Vi ser frem til dialogen med brugerrådene.
Lederen af STU inviteres til at fortælle om arbejdet på det kommende udvalgsmøde.
Der skal udarbejdes en plan for kompetenceudvikling i bostøtten.
Små grupper bør læses med forsigtighed, fordi få svar kan flytte meget.
Forvaltningen vil undersøge, om skiftende medarbejdere spiller en rolle.
Brugerrådet har haft spørgeskemaet til gennemsyn.
Rapporten offentliggøres på kommunens hjemmeside.
Kontrakterne med de private leverandører skal genforhandles til næste år.
Lov om social service forpligter kommunen til at følge op på borgernes indsats.
Hvad kan vi lære af hinanden på tværs af tilbuddene?
Resultaterne indgår i budgetdrøftelserne efter sommerferien.
Borgere, der flyttede fra kommunen i perioden, er ikke kontaktet.
Vi har ringet til dem, der bad om hjælp til at udfylde skemaet.
Tilbuddene bedes drøfte resultaterne med deres brugere inden påske.
Arbejdet er udført af Socialafdelingen uden ekstern bistand.
Der tages forbehold for, at brugernes svar kan være påvirket af, hvem der hjalp dem.
En arbejdsgruppe med deltagere fra væresteder og bostøtte går i gang efter nytår.
Sådan har vi gjort
Læsevejledning
Baggrund og formål
Det videre arbejde med bostøtten
STU i 2024: nye rammer
STU flyttede i 2024 til nye lokaler på havnen.
Bostøtten fik ny leder i 2023.
Værestederne holdt lukket i juli 2024 på grund af ombygning.
Aktivitetstilbuddene skiftede i 2023 leverandør af frokost.
Tilbuddene til unge blev i januar 2024 samlet under én ledelse.
De private tilbud er godkendt af socialtilsynet.
Kommunens egne tilbud drives af Center for Handicap og Psykiatri.
Skemaet blev i 2022 oversat til lettilgængeligt dansk.
Spørgeskemaet er udleveret af medarbejderne i bostøtten.
Brugere af STU kunne svare på en tablet.
Målet for STU er fastsat af udvalget i forbindelse med kvalitetsaftalen.
Målene for bostøtten og STU genforhandles i 2025.
Bostøtte ydes efter serviceloven til borgere i eget hjem.
STU er en ungdomsuddannelse for unge med særlige behov.
Vi takker de brugere, der tog sig tid til at svare.
En særlig tak går til værestedernes frivillige.
Forvaltningen drøfter resultaterne med bostøttens medarbejdere i løbet af foråret.
Udvalget får forelagt en handleplan for bostøtten inden sommerferien.
Næste måling gennemføres i efteråret 2025.
Alle svar er behandlet fortroligt.
Ingen enkeltpersoner kan genkendes i notatet.
Der er ikke taget stilling til, om aktivitetstilbuddene skal udvides.
Det er ikke undersøgt, hvorfor brugerne svarer, som de gør.
Målingen siger intet om årsagerne.
Kun brugere over atten år har modtaget skemaet.
Brugere, der er begyndt i bostøtten inden for den seneste måned, er ikke spurgt.
Værestederne er åbne for alle uden visitation.
Ventelisten til tilbuddene til unge blev afskaffet i 2023.
Udgifterne til STU steg i 2024 som følge af dyrere kørsel.
Sygefraværet blandt bostøttens medarbejdere faldt i 2024.
Antallet af pladser på værestederne er uændret siden 2022.
Normeringen i aktivitetstilbuddene blev sænket i 2023.
Bostøttens kørselsbudget er blevet beskåret, og det har medført nye ruter.
Ledelsen af værestederne har sat sig som mål at få flere frivillige.
Vil man vide mere om STU, kan man henvende sig til uddannelsesvejlederen.
Hvad betyder det for den enkelte bruger?
Hvem har vi spurgt i bostøtten?
Hvordan skal vi følge op på tallene for de unge?
I 2022 blev spørgsmålene afprøvet på et mindre antal brugere.
Fra 2023 overgik dataindsamlingen til Digital Post.
Bostøttens borgere blev ringet op, hvis de ikke havde svaret.
Svarene er afgivet på en skala fra helt uenig til helt enig.
Indekset er beregnet som et vægtet gennemsnit af besvarelserne.
Tilbuddenes vægt i det samlede tal afhænger af, hvor mange der har svaret.
Små grupper kan svinge meget fra år til år, og tallene skal læses med forsigtighed.
Et højt tal betyder, at brugerne er tilfredse.
Når et tal stiger, betyder det ikke nødvendigvis, at kvaliteten er blevet bedre.
Leverandørerne af aktivitetstilbuddene har haft notatet i høring.
Brugerrådet for værestederne mødes fire gange om året.
Brugerrådet har bedt om mere ro på værestederne.
Bostøtten er i 2024 omlagt til faste teams, så borgerne møder færre ansigter.
Ved overtagelsen af STU i august 2023 fulgte hele personalet med.
Private leverandører afregnes pr. elev efter en takst, der forhandles hvert år.
Kontrakten med leverandøren af aktivitetstilbud udløber i december 2025.
Kommunalbestyrelsen besluttede i december 2022, at der skulle måles hvert år.
Notatet er udarbejdet af forvaltningen på grundlag af tre års målinger.
Bilag: svar fordelt på tilbud
Lederne af bostøtten og værestederne er hver især ansvarlige for opfølgningen.
En faldende score skal ifølge kvalitetsaftalen udløse en samtale med leverandøren.
Opnås målet for STU ikke, kan udvalget bede om en redegørelse.
Personalet i bostøtten ønsker sig mere tid hos borgerne.
Der har i hele perioden været rotation blandt vikarerne i tilbuddene til unge.
Fritidsaktiviteter er ikke omfattet af målingen af aktivitetstilbuddene.
Unge, der har afbrudt deres STU, indgår ikke.
Indstillingen er, at udvalget tager orienteringen til efterretning.
`
export const notSoEnglish = `
Home support on the up
A record year for home support in 2024
Special needs education slips in 2024
Home support met its target in 2024.
Special needs education still falls short of its target.
Both targets were met in 2024.
Neither of the two targets was met in 2024.
Satisfaction with home support stands at <bo>, up from <bo< the year before.
In 2023, home support scored <bo>.
The services for young people have improved every year since 2022.
The activity services, already at the top in 2022, climbed further to <akt>.
The activity services come second, just behind home support.
The day centres are at the bottom of the table in 2024.
Special needs education has overtaken the day centres.
The day centres lost ground between 2023 and 2024.
Why did users become happier with home support in 2024?
Only home support declined in 2024.
Apart from special needs education, all the other services declined in 2024.
Two of the three private target groups rose in 2024.
All three private target groups fell in 2024.
Most of the services improved in 2024.
Neither home support nor the services for young people fell in 2024.
The gap between the activity services and special needs education widened in 2024.
The distance between home support and the day centres has grown since 2023.
The private services now outscore the municipal services.
Satisfaction with the municipal services went up from <egne< to <egne>.
Overall, satisfaction rose from 2023 to 2024.
At <all>, overall satisfaction is at its highest since 2022.
All five services went up in 2023.
Special needs education reached its target as early as 2023.
Home support has never been below its target.
The day centres, at <vs>, are above the overall level of <all>.
The rise in home support in 2024 is due to the new rota.
It is not true that special needs education improved in 2024.
Nothing has changed for any of the services since 2023.
Home support fell in 2024, the day centres held steady, and the activity services rose.
The services for young people score higher today than they did in 2022.
The steepest fall in 2024 was seen in the activity services.
The fewest answers, <#stu>, came from special needs education.
Home support peaked in 2022 at <bo<<.
`
export const soEnglish = `
Home support slides in 2024
A record year for special needs education in 2024
No movement at the day centres in 2024
Home support missed its target in 2024.
Special needs education is now above its target.
Only one of the two targets was met in 2024.
Satisfaction with home support stands at <bo>, down from <bo< the year before.
In 2023, home support scored <bo<.
The services for young people rose in 2023, only to fall back in 2024.
The activity services have fallen two years running, yet they remain at the top.
Special needs education remains at the bottom of the table.
The day centres stayed at <vs> in 2024, exactly where they were in 2023.
Why did users become less happy with home support in 2024?
Only special needs education rose in 2024.
Apart from the day centres and special needs education, all the other services declined in 2024.
Two of the three private target groups fell in 2024.
Three out of five services declined in 2024.
Not all of the five services improved in 2023.
Four of the five services improved in 2023.
Neither home support nor the services for young people improved in 2024.
The gap between the activity services and special needs education narrowed in 2024.
The distance between home support and the day centres has shrunk since 2023.
The municipal services outscore the private services, at <egne> against <private>.
Satisfaction with the municipal services went down from <egne< to <egne>.
Overall, satisfaction fell from 2023 to 2024.
Overall satisfaction was at its highest in 2023.
Special needs education reached its target for the first time in 2024.
Home support was above its target in 2023 but not in 2024.
The day centres, at <vs>, are below the overall level of <all>.
The growing satisfaction with special needs education is welcome.
It is not true that home support improved in 2024.
Home support fell in 2024, the day centres held steady, and special needs education rose.
The services for young people score lower today than they did in 2022.
The smallest fall in 2024 was seen in the activity services.
The fewest answers, <#akt>, came from the activity services.
Home support peaked in 2023 at <bo<.
Home support fell by as much as the services for young people did in 2024.
Never before has home support scored as low as it did in 2024.
The order of the five services is the same in 2024 as it was in 2023.
Unlike home support, special needs education gained ground in 2024.
`
export const otherEnglish = `
How many reached the target
The table shows how many of the services have risen.
Which services have fallen
How we asked
Next steps for home support
Special needs education moved to new premises in 2024.
Home support got a new manager in 2023.
The day centres were closed in July 2024 for refurbishment.
The private services are inspected by the national authority.
The target for special needs education was set by the committee.
We thank everyone who took the time to answer.
No individual can be identified from this memo.
The survey says nothing about the causes.
Users who joined the activity services in the last month were not asked.
The cost of special needs education rose in 2024 because of transport.
Staff turnover in home support fell in 2023.
The number of places at the day centres has been unchanged since 2022.
A high score means that users are satisfied.
The results will be discussed with the managers of the municipal services in the spring.
From 2023, the questionnaire was sent by digital post.
Who did we ask among the users of the services for young people?
If the target for home support is missed, the committee may ask for an explanation.
The contract for the activity services expires in December 2025.
`
