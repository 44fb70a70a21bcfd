package lyceum.web.console;

import java.time.Duration;
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

/** {@code /console}: a link for whoever asks, which signs them in once. It is told only where nobody else reads it. */
final class SignInFeature implements Feature {
    static final Duration VALID = Duration.ofMinutes(10);
    private static final String NAME = "console";

    private final Predicate<CommandInvoked> alone;
    private final Function<Speaker, String> invite;

    /**
     * @param alone whether an answer is seen by nobody but the one who asks
     * @param invite makes the address of a link for somebody
     */
    SignInFeature(Predicate<CommandInvoked> alone, Function<Speaker, String> invite) {
        this.alone = alone;
        this.invite = invite;
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
        return List.of(new Command(NAME, List.of("控制台"), Phrase.of("console.command"), List.of(), Standing.MODERATOR));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        if (!(event instanceof CommandInvoked asked) || !asked.command().equals(NAME)) {
            return Reaction.NONE;
        }
        Actor actor = tx.actor();
        Language language = Optional.ofNullable(actor).map(Actor::language).orElse(Language.EN);
        return Reaction.of(new Respond(asked.reply(), answer(asked, actor, language), language, true, NAME + ":link"));
    }

    private Document answer(CommandInvoked asked, @Nullable Actor actor, Language language) {
        if (!alone.test(asked)) {
            return Document.of(Phrase.of("console.not-here"));
        }
        Speaker speaker = asked.speaker();
        Standing standing = actor == null ? speaker.standing() : actor.standing();
        String link =
                invite.apply(new Speaker(speaker.id(), speaker.name(), speaker.avatar(), standing, false, language));
        return Document.of(
                Phrase.of("console.your-link", String.valueOf(VALID.toMinutes())), Text.of(link, new Mark.Link(link)));
    }
}
