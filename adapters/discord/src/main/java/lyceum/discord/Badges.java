package lyceum.discord;

import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Gives members of the guild roles, and takes them away. */
final class Badges implements Roles {
    private static final int UNKNOWN_MEMBER = 10007;
    private static final int UNKNOWN_ROLE = 10011;
    private static final int MISSING_PERMISSIONS = 50013;

    private final Rest rest;
    private final House house;
    private final @Nullable String guild;

    Badges(Rest rest, House house, @Nullable String guild) {
        this.rest = rest;
        this.house = house;
        this.guild = guild;
    }

    @Override
    public Outcome grant(AuthorId account, Role role) {
        return change("PUT", account, role);
    }

    @Override
    public Outcome revoke(AuthorId account, Role role) {
        return change("DELETE", account, role);
    }

    private Outcome change(String method, AuthorId account, Role role) {
        Optional<String> id = house.roleNamed(role.name());
        if (guild == null || id.isEmpty()) {
            return new Outcome.Refused(Phrase.of("discord.no-role", role.name()));
        }
        boolean takes = method.equals("DELETE");
        Answer answer = rest.send(new Call(
                method, "/guilds/" + guild + "/members/" + account.value() + "/roles/" + id.get(), null, false));
        if (answer.ok()) {
            return Outcome.Done.of();
        }
        return switch (answer.code()) {
            case UNKNOWN_MEMBER -> takes ? Outcome.Done.of() : new Outcome.Refused(Phrase.of("discord.not-joined"));
            case UNKNOWN_ROLE -> takes ? Outcome.Done.of() : Outcomes.of(answer);
            case MISSING_PERMISSIONS -> new Outcome.Refused(Phrase.of("discord.give-roles", house.roleName(id.get())));
            default -> Outcomes.of(answer);
        };
    }
}
