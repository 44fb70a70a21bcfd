package lyceum.javacord;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Driver.Account;
import org.javacord.api.entity.message.Message;
import org.javacord.api.entity.message.MessageAuthor;
import org.javacord.api.entity.permission.PermissionType;
import org.javacord.api.entity.permission.Role;
import org.javacord.api.entity.server.Server;
import org.javacord.api.entity.user.User;
import org.jspecify.annotations.Nullable;

/** Reads who speaks, as the guild sees them. Javacord knows nicknames and names of accounts, and no display names. */
final class Faces {
    private static final String PICTURES = "https://cdn.discordapp.com/avatars/";

    private final Account account;

    Faces(Account account) {
        this.account = account;
    }

    /**
     * The author of a message; a webhook is a bot and a member of nothing.
     *
     * @param member the author as the guild knows them, where the message does not say
     */
    Speaker ofMessage(Message message, Optional<User> member) {
        MessageAuthor author = message.getAuthor();
        return member.or(author::asUser)
                .map(user -> speaker(user, message.getServer().orElse(null), null))
                .orElseGet(() ->
                        new Speaker(Ids.author(author.getId()), author.getName(), null, Standing.FAN, true, null));
    }

    Speaker speaker(User user, @Nullable Server server, @Nullable Language language) {
        return new Speaker(
                Ids.author(user.getId()),
                name(user, server),
                user.getAvatarHash()
                        .map(picture -> PICTURES + user.getIdAsString() + "/" + picture + ".png")
                        .orElse(null),
                standing(user, server),
                user.isBot(),
                language);
    }

    /** Somebody of whom only the account is told: its name is its number. */
    Speaker stranger(long user) {
        return new Speaker(Ids.author(user), Long.toUnsignedString(user), null, Standing.FAN, false, null);
    }

    static String name(User user, @Nullable Server server) {
        return server == null ? user.getName() : user.getDisplayName(server);
    }

    private Standing standing(User user, @Nullable Server server) {
        if (server == null) {
            return Standing.FAN;
        }
        if (server.getOwnerId() == user.getId()) {
            return Standing.CREATOR;
        }
        List<Role> roles = server.getRoles(user);
        boolean creates = any(roles, account.creator(), PermissionType.ADMINISTRATOR);
        boolean moderates =
                any(roles, account.moderator(), PermissionType.MANAGE_MESSAGES, PermissionType.MODERATE_MEMBERS);
        return creates ? Standing.CREATOR : moderates ? Standing.MODERATOR : Standing.FAN;
    }

    private static boolean any(List<Role> roles, String name, PermissionType... permissions) {
        return roles.stream()
                .anyMatch(role -> role.getName().equals(name)
                        || role.getAllowedPermissions().stream().anyMatch(List.of(permissions)::contains));
    }

    /** The guild's role of this name or id; in any case where no role bears exactly this name. */
    static Optional<Role> role(Server server, String name) {
        return server.getRoles().stream()
                .filter(role ->
                        role.getIdAsString().equals(name) || role.getName().equals(name))
                .findFirst()
                .or(() -> server.getRolesByNameIgnoreCase(name).stream().findFirst());
    }
}
