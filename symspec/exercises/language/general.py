"""Words without a part of their own in an answer, by language: they are understood, and carry no weight."""

from __future__ import annotations

ENGLISH = """
a about above absolute add added adding again alg alg. algebraic algebraically already also alternate
alternately always am among an and another another's ans ans. answer answers antisymmetric any aperiodic
applied apply approximate approximately are around assume asymptotically at attained attains back ball balls
base bases basis be became become becomes been being believe belongs below between big bigger bigger-than
biggest block blocks both but by calculate calculated call called came can cannot canonical cayley
cayley-hamilton certainly chain chains change changes char characteristic charpoly check checked chevalley
chi choose chosen circle clearly coefficient coefficients column columns' come comes complex component
components compute computed conclude condition conditions congruent conjugate conjugated conjugates
consequently constant constants contain containing contains contraction coordinates could criterion cubic
dear decimal decimals defective define defined degree degrees denote denoted dependent det determinant diag
diagonal did difference different dimension dimensions disc discs disk disks distinct dne do does dominant
done double-check doubly down dunford e.g. each eg eigenspace either element elements else end entries entry
equal equalling equals equation equations equivalent etc ev eval evals eventually every evs exact
exactly example exercise exist existence existing exists expand expanded expanding exponential exponentially
factor factored factoring factors false fast few final finally find finds finite finitely first fixed follow
following follows forever form former forms forth found fourth frobenius from full function functions gave
general generalised generalized generated geometric geometrically gerschgorin gershgorin gershgorin's get
gets getting give given gives go goes golden got greater grow growing grows growth guess had hamilton has
have having hello hence-forth here here's hermitian hi high higher himself hint hold holds hopefully however
i i'm i.e. id idempotent identity ie if iff im image imaginary implies imply implying in included includes
indeed independence independent index infinite infinitely infinity inside integer integers interval into
inverse inverses invertible involution irrational irreducible is it it's its itself jnf jordan
jordan-chevalley just keep keeps kept ker kernel know known knows large larger largest last latter law
leading least left lemma length less let let's lie lies like lim limit limits linear linearly long look
looks lower lowest madam made magnitude main make makes many marginally markov matrices matrix max maximal
maximum may maybe me mean means method might min minimal minimum minpoly moduli modulus monotonically more
most mu much multiple multiples multiplied multiply multiplying must my namely need needs negative neither
neutral never next nf nilpotent no non non-zero none nonnegative nonsingular nonzero nor norm normal
normalised normalized norms not note nothing null nullity number numbers obtain obtained obtains obviously
of off off-diagonal ok okay on once one's only onto or ord ord. order orders ordinary original
orthogonal orthogonally orthonormal other our out outside over pair pairs part parts per perhaps permutation
permutations perron plane please point points poly polynomial polynomially polynomials positive possible
possibly power powers previous primitive probably product products prof professor projection projector proof
property proportional proposition put qed quadratic quadratically question quite quotient radius range rank
ranks rate ratio rational reach reached reaches real really reflection regular remain remains remark resp
resp. respectively result results rg right rk root roots rotate rotates rotating rotation rotations row run
said same satisfied satisfies satisfy say says scalar scalars second see seen sees semi-simple semisimple
sequence sequences series set sets settle several shall should show shown shows sign signs similar
similarity simplify since single singular sir size sizes skew-symmetric slow slowly small smaller smallest
so-called solution solutions solve solved solving some sorry sp space span spanned spans spec spectral
spectrum spiral spirals stable standard state states stationary stay stays steady step steps still
stochastic strict strictly subdiagonal subspace subtract such sum sums superdiagonal suppose surely swap
swapped swaps sylvester symmetric system take taken takes taking teacher term terms test than thank thanks
that that's the their them then theorem there there's therefore these they think third this those through
time times to too toward towards tr trace triangular true turn turns two-cycle undefined under unit unitary
unstable up upper us use used using value values values' vanish vanishes variable vector vectors very via
viz want was way ways we well went were what when whenever where where's whereas whether which while who
whole whose will with within without would write written yes you your zeroes zeros
"""

FRENCH = """
admet ai ainsi alors associe associee associees associes au aucun aucune aussi autre autres aux avec avoir
avons bonjour borne bornee bornees car caracteristique ce centre cercle ces cet cette chacun chaque chez
comme complexe complexes converge convergent croit d dans de des diagonale diagonalisable disque disques
diverge divergent donc donne dont du egal egale egales egaux elle elles en entre espace espaces est et
etaient etait etre existe existent explose faux identite il ils inferieur inferieure infini infinie
inversible jamais l la le les leur leurs limite limites ma mais matrice meme memes merci mes module modules
moins mon ne nous noyau nulle obtenons obtient ont orthogonale ou oui par pas passage plus polynome
polynomes pour propre propres puissance puissances que qui quoi racine racines rang rayon reel reelle
reelles reels reponse reponses respectivement resultat rien sa semblable semblables ses seul seule seulement
seules si son sont sous sous-espace spectre strictement suite suites superieur superieure sur svp symetrique
tend tendent tous tout toute toutes tres triangulaire trouve trouvons un une valent valeur valeurs vaut
vecteur vecteurs vers vous vrai apres theoreme theoremes propriete proprietes critere definition lemme
proposition selon grace inegalite consequence hypothese demonstration preuve exercice methode calcul calculs
trace somme produit determinant dimension ordre degre colonne ligne norme image antisymetrique normale
identite nilpotente idempotente stochastique reguliere irreductible dominante dominant positive positives
positif negative negatif contient contenu dans dehors interieur cercles unite moins chaque puisqu lorsque
quand parceque celui celle ceux nombre nombres deux trois quatre strict strictes inclus compris meme
signe signes contraire verifie verifient montre donner donc voit voir directement appartient appartiennent
"""

ROMANIAN = """
aceasta aceea acel acest aceste acestia adevarat al ale alt alta alte altul asadar asemanatoare asemenea
asociat asociata asociati asta astfel atunci avea avem baza baze bloc blocul blocuri buna ca cand
caracteristic care catre cazul centrul cerc cercul cine complexa corespunzatoare corespunzator cresc creste
cu cum da dar deci despre diagonala diagonalizabil diagonalizabila din dintre discuri discurile doar doi
doua e egala egali ei era este exista fals fara fi fiecare foarte gasesc gasim identica infinit infinita
intre inversa inversabila limita limitei lor lui mai mare marginit marginita marginite mari matricea
matricei matricele mic mica modul modulul multumesc nemarginit nemarginita nemarginite nici nicio niciun
niste nu nucleu nucleul nul nula numai numar numarul numere o obtin obtinem ortogonala oscileaza pe pentru
polinom polinomul polinomului prin proprie proprii puterea puteri puterile radacina radacini radacinile
rangul rangurile raspuns raspunsul raspunsuri raza razei reala reale respectiv rezulta rezultat rezultatul
rog sau se simetrica sirul spatiu spatiul spectrala spectru spectrul spre subspatiu subspatiul sunt tind
tinde toate tot toti unde unu va valoare valoarea valori valorile vectori vectorii vectorul vor ziua
nenul nenula nenule teorema teoremei teoremele proprietate proprietatea proprietatile criteriu criteriul
definitie definitia definitiei lema propozitia conform potrivit datorita inegalitatea consecinta ipoteza
demonstratie demonstratia exercitiu exercitiul metoda calcul calculul calcule urma suma produsul determinant
determinantul dimensiune dimensiunea ordin ordinul grad gradul coloana coloanele linie linia linii liniile
norma imaginea antisimetrica normala nilpotenta idempotenta stocastica regulata ireductibila dominanta
pozitiva pozitive pozitiv negativa negative negativ contine contin continut continute interiorul exteriorul
unitate deoarece intrucat cand daca numarul patru trei strict stricta semn semne semnul contrar verifica
arata vede direct apartine apartin afara inauntru fiindca aceeasi acelasi avand rezulta matrici matricele
centrat centrate centrata raza razele raze disc discul fiecarei fiecarui oricare orice cel putin
"""
