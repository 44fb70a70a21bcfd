package lyceum.web.room;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Phrase;

/** Which names somebody may take whom the hub does not know: none that is, or looks like, the name of somebody else. */
final class Nicknames {
    private static final int LONGEST = 32;
    private static final Set<String> NOBODYS = Set.of("lyceum", "admin", "moderator", "creator", "system", "管理员", "系统");

    /** By what they look like: who has the name. */
    private final Map<String, Owner> taken = new ConcurrentHashMap<>();

    private final Set<String> forbidden =
            NOBODYS.stream().map(LookAlikes::fold).collect(java.util.stream.Collectors.toUnmodifiableSet());

    private record Owner(String account, boolean member) {}

    /** A name without what cannot be seen, or empty if nothing is left. */
    static String clean(String name) {
        String visible = Plainly.oneLine(name);
        return visible.codePointCount(0, visible.length()) > LONGEST
                ? visible.substring(0, visible.offsetByCodePoints(0, LONGEST)).strip()
                : visible;
    }

    /** A person whom the hub vouches for has this name: nobody else can have it, now or later. */
    void belongsTo(Guest member) {
        taken.put(LookAlikes.fold(member.name()), new Owner(member.account(), true));
    }

    /** People of other places are called so. */
    void isKnown(String name) {
        taken.putIfAbsent(LookAlikes.fold(name), new Owner("", true));
    }

    /** Why this account may not be called so; empty where it may and now is. */
    Optional<Phrase> take(String account, String name) {
        String fold = LookAlikes.fold(name);
        if (name.isEmpty() || fold.isEmpty()) {
            return Optional.of(Phrase.of("room.name-empty"));
        }
        Owner owner = taken.get(fold);
        boolean others = owner != null && !owner.account().equals(account);
        if (forbidden.contains(fold) || others) {
            return Optional.of(Phrase.of("room.name-taken", name));
        }
        taken.putIfAbsent(fold, new Owner(account, false));
        return Optional.empty();
    }

    /** A guest has gone, or has another name. */
    void leave(String account, String name) {
        taken.computeIfPresent(
                LookAlikes.fold(name), (_, owner) -> owner.account().equals(account) && !owner.member() ? null : owner);
    }
}
