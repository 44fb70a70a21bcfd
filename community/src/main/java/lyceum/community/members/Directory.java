package lyceum.community.members;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jdbi.v3.core.Handle;

/** Finds people for what has to know them when none of them acts. */
public final class Directory {
    private static final int NAMES_A_SEARCH = 50;

    private final MemberTable table = new MemberTable();
    private final Language language;
    private final ZoneId zone;

    public Directory(MembersSettings settings) {
        this.language = settings.language();
        this.zone = settings.zone();
    }

    /**
     * A person.
     *
     * @param names of each account, as others saw it last
     * @param quiet whether the hub may not write to them in private
     */
    public record Known(MemberId member, Map<AuthorId, String> names, Language language, ZoneId zone, boolean quiet) {
        public Known {
            names = Map.copyOf(names);
        }

        public Set<AuthorId> accounts() {
            return names.keySet();
        }
    }

    public Optional<Known> find(Handle read, AuthorId account) {
        return table.find(read, account).map(this::known);
    }

    /** All accounts of the person who has this one, with their names; empty where nobody is known to have it. */
    public Map<AuthorId, String> accounts(Handle read, AuthorId account) {
        return table.find(read, account).map(Person::names).orElse(Map.of());
    }

    /** Whether what this account says, and that it is about to, may be read elsewhere; so for who is not known. */
    public boolean isRelayed(Handle read, AuthorId account) {
        return table.find(read, account)
                .map(person -> !person.wishes().contains(Wish.NOT_RELAYED))
                .orElse(true);
    }

    /** When a person was seen first. */
    public Instant since(Handle read, MemberId member) {
        return read.createQuery("select since from members_member where member = ?")
                .bind(0, member.value())
                .map((row, context) -> Instant.ofEpochMilli(row.getLong(1)))
                .one();
    }

    /** Every person whom {@code typed} may mean: by an account's id, as {@code discord:77}, a mention of it, or a name in any case. */
    public List<Known> meant(Handle read, String typed) {
        String word = typed.strip();
        String id = word.replaceAll("^<@!?(\\d+)>$", "$1");
        String name = word.startsWith("@") ? word.substring(1) : word;
        List<String> accounts = read.createQuery("""
                        select account from members_account
                        where account = :word or account = :discord or account = :telegram
                        or lower(name) = lower(:name) or lower(name) = :folded order by account limit :most
                        """)
                .bind("word", word)
                .bind("discord", "discord:" + id)
                .bind("telegram", "telegram:" + id)
                .bind("name", name)
                .bind("folded", name.toLowerCase(Locale.ROOT))
                .bind("most", NAMES_A_SEARCH)
                .mapTo(String.class)
                .list();
        Set<Known> people = new LinkedHashSet<>();
        accounts.forEach(account -> find(read, AuthorId.parse(account)).ifPresent(people::add));
        return List.copyOf(people);
    }

    /** Whose each of all accounts is. */
    public Map<AuthorId, MemberId> everybody(Handle read) {
        Map<AuthorId, MemberId> everybody = new HashMap<>();
        read.createQuery("select account, member from members_account")
                .map((row, context) -> Map.entry(AuthorId.parse(row.getString(1)), new MemberId(row.getLong(2))))
                .forEach(entry -> everybody.put(entry.getKey(), entry.getValue()));
        return everybody;
    }

    private Known known(Person person) {
        return new Known(
                person.member(),
                person.names(),
                person.language() == null ? language : person.language(),
                person.zone() == null ? zone : person.zone(),
                person.wishes().contains(Wish.NO_PRIVATE_MESSAGES));
    }
}
