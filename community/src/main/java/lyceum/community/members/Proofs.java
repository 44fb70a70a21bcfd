package lyceum.community.members;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lyceum.community.members.Linking.Asker;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;

/** What comes with money and shows whose it is: a code in the payer's words, or the word of the service. A typed address shows nothing. */
final class Proofs {
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJKMNP-Za-hjkmnp-z]{6}\\b");
    /** Among more words of six letters nobody looks for a code. */
    private static final int MOST_WORDS = 5;

    private final MemberTable members;
    private final Linking linking;

    Proofs(MemberTable members, Linking linking) {
        this.members = members;
        this.linking = linking;
    }

    /** The first code that holds joins the account that paid to the one that asked for it. */
    List<Effect> noted(Speaker payer, Person person, String note, Tx tx) {
        Asker asker = asker(payer, person);
        return CODE.matcher(note)
                .results()
                .limit(MOST_WORDS)
                .map(MatchResult::group)
                .map(code -> linking.proven(asker, code, tx))
                .filter(effects -> !effects.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The service knows both accounts as one person's. Who is not known yet becomes known by it. */
    List<Effect> vouched(Speaker payer, Person person, AuthorId account, Tx tx) {
        Person other = members.find(tx.read(), account).orElseGet(() -> members.add(tx.write(), account, "", tx.now()));
        return other.member().equals(person.member()) || Linking.tooMany(person, other)
                ? List.of()
                : linking.united(asker(payer, person), account, other, tx).effects();
    }

    private static Asker asker(Speaker payer, Person person) {
        Language language = person.language() == null ? Language.EN : person.language();
        return new Asker(payer, person, language, false);
    }
}
