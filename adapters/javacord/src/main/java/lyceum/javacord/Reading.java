package lyceum.javacord;

import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.markdown.MarkdownReader;
import lyceum.kernel.markdown.Names;
import lyceum.kernel.person.Speaker;
import org.javacord.api.entity.Nameable;
import org.javacord.api.entity.channel.ServerChannel;
import org.javacord.api.entity.emoji.Emoji;
import org.javacord.api.entity.message.Message;
import org.javacord.api.entity.message.MessageType;
import org.javacord.api.entity.server.Server;
import org.javacord.api.entity.user.User;
import org.jspecify.annotations.Nullable;

/** Reads Javacord's messages as events. */
final class Reading {
    /** Ordinary words, replies, and answers of bots to commands; all else is Discord itself speaking. */
    private static final Set<MessageType> SAID = EnumSet.of(
            MessageType.NORMAL,
            MessageType.NORMAL_WEBHOOK,
            MessageType.REPLY,
            MessageType.SLASH_COMMAND,
            MessageType.CONTEXT_MENU_COMMAND);

    private final Faces faces;
    private final Fetching fetching;

    Reading(Faces faces, Fetching fetching) {
        this.faces = faces;
        this.fetching = fetching;
    }

    static boolean said(Message message) {
        return SAID.contains(message.getType());
    }

    /** @param member its author as the guild knows them, where the message does not say: those of the history do not */
    MessagePosted posted(Message message, Optional<User> member) {
        return new MessagePosted(
                new Key(Ids.DISCORD, message.getIdAsString(), ""),
                Ids.of(message),
                faces.ofMessage(message, member),
                text(message),
                files(message),
                replyTo(message),
                message.getCreationTimestamp());
    }

    MessageEdited edited(Message message, Optional<User> member, Instant at) {
        return new MessageEdited(
                new Key(Ids.DISCORD, message.getIdAsString(), at.toString()),
                Ids.of(message),
                faces.ofMessage(message, member),
                text(message),
                files(message),
                at);
    }

    static MessageDeleted deleted(long channel, long message) {
        return new MessageDeleted(
                new Key(Ids.DISCORD, Long.toUnsignedString(message), "deleted"), Ids.message(channel, message));
    }

    static ReactionChanged reacted(MessageId message, @Nullable Speaker speaker, @Nullable Emoji emoji, boolean there) {
        return new ReactionChanged(message, speaker, emoji == null ? "" : spelled(emoji), there);
    }

    private static String spelled(Emoji emoji) {
        return emoji.asUnicodeEmoji()
                .or(() -> emoji.asCustomEmoji().map(own -> own.getName() + ":" + own.getIdAsString()))
                .orElse("");
    }

    private static Text text(Message message) {
        Server server = message.getServer().orElse(null);
        Map<String, String> mentioned = message.getMentionedUsers().stream()
                .collect(Collectors.toMap(User::getIdAsString, user -> Faces.name(user, server), (one, _) -> one));
        return MarkdownReader.read(
                message.getContent(),
                new Names(
                        id -> mentioned.getOrDefault(id, "unknown"),
                        id -> message.getApi()
                                .getRoleById(id)
                                .map(Nameable::getName)
                                .orElse("unknown"),
                        id -> message.getApi()
                                .getServerChannelById(id)
                                .map(ServerChannel::getName)
                                .orElse("unknown")));
    }

    private List<Attachment> files(Message message) {
        List<Attachment> files = new ArrayList<>();
        message.getAttachments()
                .forEach(file -> files.add(new Attachment(file.getFileName(), file.getSize(), source(file.getUrl()))));
        message.getStickerItems().forEach(sticker -> files.add(new Attachment(sticker.getName())));
        return files;
    }

    private String source(URL address) {
        fetching.stands(address);
        return Ids.DISCORD + ":" + address;
    }

    private static @Nullable MessageId replyTo(Message message) {
        return message.getMessageReference()
                .filter(_ -> message.getType() == MessageType.REPLY)
                .flatMap(reference -> reference.getMessageId().map(id -> Ids.message(reference.getChannelId(), id)))
                .orElse(null);
    }
}
