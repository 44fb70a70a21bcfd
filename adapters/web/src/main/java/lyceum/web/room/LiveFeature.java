package lyceum.web.room;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** {@code /live}: a link that brings whoever asks into the live room as the person they are. Told only where nobody else reads it. */
final class LiveFeature implements Feature {
    private static final String NAME = "live";

    private final Predicate<CommandInvoked> alone;
    private final Function<Speaker, URI> link;

    /**
     * @param alone whether an answer is seen by nobody but the one who asks
     * @param link makes a link for somebody
     */
    LiveFeature(Predicate<CommandInvoked> alone, Function<Speaker, URI> link) {
        this.alone = alone;
        this.link = link;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of();
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(NAME, List.of("直播"), Phrase.of("room.command"), List.of(), Standing.FAN));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        if (!(event instanceof CommandInvoked asked) || !asked.command().equals(NAME)) {
            return Reaction.NONE;
        }
        Actor actor = tx.actor();
        Language language = Optional.ofNullable(actor).map(Actor::language).orElse(Language.EN);
        return Reaction.of(new Respond(asked.reply(), answer(asked, actor), language, true, NAME + ":link"));
    }

    private Document answer(CommandInvoked asked, @Nullable Actor actor) {
        if (!alone.test(asked)) {
            return Document.of(Phrase.of("room.not-here"));
        }
        Speaker speaker = asked.speaker();
        Standing standing = actor == null ? speaker.standing() : actor.standing();
        String address = link.apply(new Speaker(
                        speaker.id(), speaker.name(), speaker.avatar(), standing, false, speaker.language()))
                .toString();
        return Document.of(
                Phrase.of("room.your-link", String.valueOf(Invitations.GOOD_FOR.toMinutes())),
                Text.of(address, new Mark.Link(address)));
    }
}
