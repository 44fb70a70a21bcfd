package lyceum.community.members;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.community.members.Wanted.Changes;
import lyceum.community.members.Wanted.Unclear;
import lyceum.community.members.Wanted.UnknownZone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Zones;
import org.jspecify.annotations.Nullable;

/** Knows the person behind each account, and what that person chose; stands before all other features. */
public final class Members implements Feature {
    static final String NAME = "members";
    private static final String SETTINGS = "settings";

    private final MembersSettings settings;
    private final MemberTable table = new MemberTable();
    private final Wording wording = new Wording(new Zones());

    public Members(MembersSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Talk.class, Asking.class);
    }

    @Override
    public List<Command> commands() {
        List<Option> options =
                List.of(option(Wording.LANGUAGE), option(Wording.ZONE), option(Wording.RELAY), option(Wording.PRIVATE));
        return List.of(new Command(SETTINGS, List.of("设置"), Phrase.of("members.settings"), options, Standing.FAN));
    }

    /** Programs are nobody: they have no settings, and no row. */
    @Override
    public Reaction on(Event event, Tx tx) {
        Speaker speaker = event.speaker();
        if (speaker == null || speaker.bot()) {
            return Reaction.NONE;
        }
        Person person =
                table.find(tx.read(), speaker.id()).orElseGet(() -> table.add(tx.write(), speaker.id(), tx.now()));
        return switch (event) {
            case CommandInvoked asked
            when asked.command().equals(SETTINGS) ->
                answer(new Turn(asked, asked.room(), person), wording.understand(asked.options()), tx);
            case ChoiceMade made
            when made.choice().startsWith(NAME + ":") ->
                answer(new Turn(made, made.message().room(), person), wording.understand(chosen(made)), tx);
            case Asking asking -> Reaction.actingAs(actor(person, speaker, room(asking)));
            case Talk talk ->
                Reaction.actingAs(actor(person, speaker, talk.message().room()));
            default -> Reaction.NONE;
        };
    }

    private Reaction answer(Turn turn, Wanted wanted, Tx tx) {
        Actor before = actor(turn.person(), turn.asking().speaker(), turn.room());
        return switch (wanted) {
            case UnknownZone unknown -> respond(turn, before, SettingsCard.unknownZone(unknown));
            case Unclear unclear -> respond(turn, before, SettingsCard.unclear(unclear));
            case Changes none when none.none() -> respond(turn, before, SettingsCard.of(before, false));
            case Changes changes -> {
                Actor after =
                        actor(change(turn.person(), changes, tx), turn.asking().speaker(), turn.room());
                yield respond(turn, after, SettingsCard.of(after, true));
            }
        };
    }

    private Person change(Person person, Changes changes, Tx tx) {
        Language language = changes.language();
        ZoneId zone = changes.zone();
        if (language != null) {
            table.choose(tx.write(), person.member(), language);
        }
        if (zone != null) {
            table.choose(tx.write(), person.member(), zone);
        }
        changes.wishes().forEach((wish, wished) -> table.wish(tx.write(), person.member(), wish, wished));
        return table.find(tx.read(), person.accounts().iterator().next()).orElseThrow();
    }

    private static Reaction respond(Turn turn, Actor actor, Document document) {
        Respond respond = new Respond(turn.asking().reply(), document, actor.language(), true, NAME + ":" + SETTINGS);
        return new Reaction(List.of(respond), false, actor);
    }

    private Actor actor(Person person, Speaker speaker, RoomId room) {
        Language language = firstOf(person.language(), speaker.language());
        return new Actor(
                person.member(),
                person.accounts(),
                speaker.standing(),
                language == null ? settings.language(room) : language,
                person.zone() == null ? settings.zone() : person.zone(),
                person.wishes());
    }

    private static @Nullable Language firstOf(@Nullable Language chosen, @Nullable Language reported) {
        return chosen == null ? reported : chosen;
    }

    private static RoomId room(Asking asking) {
        return switch (asking) {
            case CommandInvoked invoked -> invoked.room();
            case ChoiceMade made -> made.message().room();
        };
    }

    /** A button says {@code members:OPTION:VALUE}. */
    private static Map<String, String> chosen(ChoiceMade made) {
        String[] parts = made.choice().split(":", 3);
        return parts.length == 3 ? Map.of(parts[1], parts[2]) : Map.of();
    }

    /** Any words: people may say yes in their own. */
    private static Option option(String name) {
        return new Option(name, Phrase.of("members.settings-" + name), false, List.of());
    }

    /** A question about settings: who asks, and where. */
    private record Turn(Asking asking, RoomId room, Person person) {}
}
