package lyceum.discord;

import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads who speaks, as the guild sees them. */
final class Faces {
    private static final String PICTURES = "https://cdn.discordapp.com/avatars/";

    private final House house;

    Faces(House house) {
        this.house = house;
    }

    /** The author of a message; a webhook is a bot and a member of nothing. */
    Speaker ofMessage(DataObject message) {
        DataObject member = message.optObject("member").orElse(null);
        Speaker speaker = speaker(message.getObject("author"), member, message.getString("guild_id", ""), null);
        return message.isNull("webhook_id")
                ? speaker
                : new Speaker(speaker.id(), speaker.name(), speaker.avatar(), Standing.FAN, true, null);
    }

    /** Who put an emoji on a message or took it away; where only the account is told, its name is its number. */
    Speaker ofReaction(DataObject reaction) {
        DataObject member = reaction.optObject("member").orElse(null);
        DataObject user = member == null
                ? DataObject.empty()
                        .put("id", reaction.getString("user_id"))
                        .put("username", reaction.getString("user_id"))
                : member.getObject("user");
        return speaker(user, member, reaction.getString("guild_id", ""), null);
    }

    /** Who joined the guild or left it. */
    Speaker ofMember(DataObject member) {
        return speaker(member.getObject("user"), member, member.getString("guild_id", ""), null);
    }

    /** Who gave a command or pressed a button. */
    Speaker ofInteraction(DataObject interaction) {
        DataObject member = interaction.optObject("member").orElse(null);
        DataObject user = member == null ? interaction.getObject("user") : member.getObject("user");
        Language language = interaction.isNull("locale") ? null : Language.nearest(interaction.getString("locale"));
        return speaker(user, member, interaction.getString("guild_id", ""), language);
    }

    /** The name that others see: the nickname of the guild, else the display name, else the account's name. */
    String name(DataObject user, @Nullable DataObject member) {
        String nick = member == null ? "" : member.getString("nick", "");
        String shown = user.getString("global_name", "");
        return !nick.isBlank() ? nick : !shown.isBlank() ? shown : user.getString("username", "unknown");
    }

    private Speaker speaker(DataObject user, @Nullable DataObject member, String guild, @Nullable Language language) {
        String id = user.getString("id");
        String picture = user.getString("avatar", null);
        return new Speaker(
                new AuthorId(Ids.DISCORD, id),
                name(user, member),
                picture == null ? null : PICTURES + id + "/" + picture + ".png",
                house.standing(guild, id, roles(member)),
                user.getBoolean("bot", false),
                language);
    }

    private static Set<String> roles(@Nullable DataObject member) {
        return member == null
                ? Set.of()
                : member.optArray("roles").orElseGet(DataArray::empty).stream(DataArray::getString)
                        .collect(Collectors.toSet());
    }
}
