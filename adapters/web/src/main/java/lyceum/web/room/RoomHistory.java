package lyceum.web.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnMoney;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/**
 * Writes down what happens in the live rooms, in the turn in which it happens: what is not written here no viewer sees. It stands
 * after the gate, so that what is held or removed is never shown.
 */
final class RoomHistory implements Feature {
    private final Bodies bodies;
    private final Accounts accounts;
    private final Lines lines;
    private final BiFunction<ReadTx, AuthorId, List<String>> badges;

    /**
     * @param kept how long lines are kept
     * @param badges what stands before the name of somebody with this account
     */
    RoomHistory(Bodies bodies, Accounts accounts, Duration kept, BiFunction<ReadTx, AuthorId, List<String>> badges) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.lines = new Lines(kept);
        this.badges = badges;
    }

    @Override
    public String name() {
        return "room";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                MessagePosted.class,
                MessageReleased.class,
                MessageEdited.class,
                MessageDeleted.class,
                Delivered.class,
                MemberForgotten.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        switch (event) {
            case MessagePosted posted when ours(posted.message().room()) -> said(posted, tx);
            case MessageReleased released when ours(released.message().room()) -> said(released.posted(), tx);
            case MessageEdited edited
            when ours(edited.message().room()) ->
                lines.edit(
                        tx.write(),
                        edited.message(),
                        bodies.edited(edited.message().value(), edited.text(), edited.at()),
                        tx.now());
            case MessageDeleted deleted when ours(deleted.message().room()) -> deleted(deleted.message(), tx);
            case MemberForgotten forgotten ->
                forgotten.accounts().stream()
                        .filter(account -> account.platform().equals(Ids.PLATFORM))
                        .forEach(account ->
                                lines.by(tx.read(), accounts.of(account)).forEach(message -> deleted(message, tx)));
            case Delivered delivered when ours(delivered.what().room()) -> done(delivered, tx);
            default -> {
                return Reaction.NONE;
            }
        }
        return Reaction.NONE;
    }

    private static boolean ours(RoomId room) {
        return room.platform().equals(Ids.PLATFORM);
    }

    private void said(MessagePosted posted, Tx tx) {
        AuthorId speaker = posted.speaker().id();
        Bodies.Author author =
                new Bodies.Author(accounts.of(speaker), badges.apply(new ReadTx(tx.read(), tx.now()), speaker));
        lines.say(
                tx.write(),
                new Lines.Line(posted.message(), author.account(), null),
                bodies.said(posted, author),
                tx.now());
    }

    private void deleted(MessageId message, Tx tx) {
        lines.delete(tx.write(), message, bodies.deleted(message.value(), tx.now()), tx.now());
    }

    private void done(Delivered delivered, Tx tx) {
        Instant now = tx.now();
        for (MessageId message : delivered.messages()) {
            switch (delivered.what()) {
                case Post post ->
                    lines.say(
                            tx.write(),
                            new Lines.Line(message, null, null),
                            bodies.said(
                                    message.value(),
                                    post.document(),
                                    post.language(),
                                    post.voice(),
                                    post.replyTo(),
                                    now),
                            now);
                case Respond respond -> answered(respond, message, tx);
                case Edit edit ->
                    lines.edit(
                            tx.write(),
                            message,
                            bodies.edited(message.value(), edit.document(), edit.language(), now),
                            now);
                case Delete _ -> deleted(message, tx);
                case React _, OpenThread _, ChangeThread _ -> {
                    /* a line has no reactions, and no threads */
                }
                case Restrict _ -> {
                    /* the gate keeps what its author may not say */
                }
                case OnAccess _, OnMoney _, DecideHold _, Pin _, Schedule _ -> {}
            }
        }
        if (delivered.what() instanceof Delete delete) {
            deleted(delete.message(), tx);
        }
    }

    private void answered(Respond respond, MessageId message, Tx tx) {
        Asked asked = Asked.of(respond.reply());
        lines.say(
                tx.write(),
                new Lines.Line(message, null, respond.onlyForThem() ? asked.account() : null),
                bodies.said(
                        message.value(),
                        respond.document(),
                        respond.language(),
                        null,
                        Ids.line(message.room().value(), asked.line()),
                        tx.now()),
                tx.now());
    }
}
