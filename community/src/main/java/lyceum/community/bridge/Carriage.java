package lyceum.community.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.bridge.Answering.Answered;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Writes a message as the posts that repeat it, and plans each piece before it leaves. */
final class Carriage {
    private final BridgeSettings settings;
    private final CopyTable table;
    private final Answering answering;
    private final Copies copies;
    private final Names names;
    private final Threads threads;
    private final Mentions mentions;

    Carriage(BridgeSettings settings, CopyTable table, Wording wording) {
        this.settings = settings;
        this.table = table;
        this.answering = wording.answering();
        this.threads = wording.threads();
        this.mentions = wording.mentions();
        this.copies = new Copies(settings.zone());
        this.names = new Names(settings.name(), Phrases.of(Bridge.NAME));
    }

    /** What a copy says beside the words themselves: what they answer, in which thread they stand, and whom they mean. */
    record Wording(Answering answering, Threads threads, Mentions mentions) {}

    /** The message wherever its room is read. */
    List<Effect> carry(MessagePosted posted, Manner manner, Tx tx) {
        Threads.Ways ways = threads.from(posted, tx);
        List<Effect> effects = new ArrayList<>(ways.first());
        effects.addAll(carry(posted, manner, ways.rooms(), tx));
        return effects;
    }

    /** The message in rooms that have not read it. */
    List<Effect> carry(MessagePosted posted, Manner manner, List<RoomId> rooms, Tx tx) {
        List<Effect> posts = new ArrayList<>();
        Part.Said said = said(posted, manner);
        if (manner != Manner.PROMPT) {
            table.forgetWords(tx.write(), posted.message());
        }
        Answered answered = answering.answered(posted, tx).orElse(null);
        for (RoomId room : rooms) {
            Post whole = whole(posted, said, new Where(room, null), tx);
            Post tied = answered == null ? whole : answering.tied(whole, answered, tx);
            posts.addAll(planned(said, tx.fit(tied), 0, tx));
        }
        return posts;
    }

    static Part.Said said(MessagePosted posted, Manner manner) {
        return new Part.Said(posted.message(), posted.speaker().id().toString(), manner, posted.at());
    }

    /** A message as it reads now that it was changed; {@code at} is when it was said. */
    static MessagePosted now(MessageEdited edited, Instant at) {
        return new MessagePosted(
                edited.key(), edited.message(), edited.speaker(), edited.text(), edited.attachments(), null, at);
    }

    /** Where a message is repeated, and as an answer to what. */
    record Where(RoomId room, @Nullable MessageId replyTo) {}

    /** The posts that a message becomes in one room. */
    List<Post> pieces(MessagePosted posted, Part.Said said, Where where, Tx tx) {
        return tx.fit(whole(posted, said, where, tx));
    }

    private Post whole(MessagePosted posted, Part.Said said, Where where, Tx tx) {
        Language language = settings.language(where.room());
        Text words = mentions.on(where.room().platform(), posted.text(), tx);
        return new Post(
                        where.room(),
                        copies.of(posted, words, said.manner(), tx.now()),
                        language,
                        voice(posted.speaker(), threads.title(said.source().room(), where.room(), tx), language),
                        where.replyTo(),
                        new Ref(0, said.source()).toString())
                .saidAt(said.manner() == Manner.CAUGHT_UP ? said.at() : null);
    }

    /** The pieces from {@code first} on, each planned under its number. */
    List<Post> planned(Part.Said said, List<Post> pieces, int first, Tx tx) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Part part = Part.planned(said, pieces.get(i).room(), first + i);
            table.plan(tx.write(), part);
            posts.add(pieces.get(i).withRef(part.ref()));
        }
        return posts;
    }

    /** What a thread did not take, as it is said in the room that the thread hangs from. */
    Post above(Post post, RoomId room, Ref ref, Tx tx) {
        Voice voice = post.voice();
        String title = threads.title(ref.source().room(), room, tx);
        Voice titled = voice == null || title == null
                ? voice
                : new Voice(voice.name() + " · " + Names.visible(title), voice.avatar());
        return new Post(room, post.document(), post.language(), titled, null, post.ref(), post.quoted(), post.said());
    }

    private Voice voice(Speaker speaker, @Nullable String title, Language language) {
        String name = names.honest(speaker.name(), language);
        return new Voice(title == null ? name : name + " · " + Names.visible(title), speaker.avatar());
    }
}
