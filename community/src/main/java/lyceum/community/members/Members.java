package lyceum.community.members;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.community.members.Linking.Answer;
import lyceum.community.members.Wanted.Changes;
import lyceum.community.members.Wanted.Unclear;
import lyceum.community.members.Wanted.UnknownZone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Money;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Place;
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
    private static final String LINK = "link";
    private static final String UNLINK = "unlink";
    private static final String WHOAMI = "whoami";
    private static final String MYDATA = "mydata";
    private static final String FORGET = "forget";

    private final MembersSettings settings;
    private final MemberTable table = new MemberTable();
    private final Wording wording = new Wording(new Zones());
    private final Linking linking = new Linking(table);
    private final Proofs proofs = new Proofs(table, linking);
    private final Forgetting forgetting = new Forgetting(table, linking);

    public Members(MembersSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Talk.class, Asking.class, Money.class, People.class, Place.NativeHold.class);
    }

    @Override
    public List<Command> commands() {
        List<Option> options =
                List.of(option(Wording.LANGUAGE), option(Wording.ZONE), option(Wording.RELAY), option(Wording.PRIVATE));
        return List.of(
                command(SETTINGS, Phrase.of("members.settings"), "设置", options),
                command(LINK, Phrase.of("members.link"), "绑定", one(Linking.CODE, "members.link-option")),
                command(UNLINK, Phrase.of("members.unlink"), "解绑", one(Linking.ACCOUNT, "members.unlink-account")),
                command(WHOAMI, Phrase.of("members.whoami"), "我是谁", List.of()),
                command(MYDATA, Phrase.of("members.mydata"), "我的数据", List.of()),
                command(FORGET, Phrase.of("members.forget"), "忘记", one(Forgetting.WHOM, "members.forget-whom")));
    }

    private static Command command(String name, Phrase description, String alias, List<Option> options) {
        return new Command(name, List.of(alias), description, options, Standing.FAN);
    }

    private static List<Option> one(String name, String phrase) {
        return List.of(new Option(name, Phrase.of(phrase), false, List.of()));
    }

    /** Programs are nobody: they have no settings, and no row. */
    @Override
    public Reaction on(Event event, Tx tx) {
        Speaker speaker = event.speaker();
        if (speaker == null || speaker.bot()) {
            return Reaction.NONE;
        }
        Person person = known(speaker, tx);
        return switch (event) {
            case CommandInvoked asked -> asked(asked, person, tx);
            case ChoiceMade made
            when made.choice().startsWith(NAME + ":") ->
                answer(new Turn(made, made.message().room(), person), wording.understand(chosen(made)), tx);
            case ChoiceMade made ->
                Reaction.actingAs(actor(person, speaker, made.message().room()));
            case Talk talk ->
                Reaction.actingAs(actor(person, speaker, talk.message().room()));
            case Money.SubscriptionChanged changed -> Reaction.actingAs(actor(person, speaker, changed.room()));
            case Money.TipReceived tip -> Reaction.actingAs(actor(person, speaker, tip.room()));
            case Money.EntitlementChanged changed -> Reaction.actingAs(actor(person, speaker, changed.room()));
            case Money.PaymentAsked paying -> Reaction.actingAs(actor(person, speaker, paying.room()));
            case Money.PaymentMade paid -> paid(paid, person, tx);
            case People.AccountVouched vouched -> Reaction.of(proofs.vouched(speaker, person, vouched.other(), tx));
            case People.MemberJoined joined -> Reaction.actingAs(actor(person, speaker, joined.room()));
            case People.MemberLeft left -> Reaction.actingAs(actor(person, speaker, left.room()));
            case People.PresenceChanged changed -> Reaction.actingAs(actor(person, speaker, changed.room()));
            case Place.NativeHold hold -> Reaction.actingAs(actor(person, speaker, hold.room()));
            case People.JoinRequested asked -> Reaction.actingAs(actor(person, speaker, asked.room()));
            default -> Reaction.NONE;
        };
    }

    private Reaction paid(Money.PaymentMade paid, Person person, Tx tx) {
        List<Effect> joined = proofs.noted(paid.speaker(), person, paid.note(), tx);
        Person now = table.find(tx.read(), paid.speaker().id()).orElse(person);
        return new Reaction(joined, false, actor(now, paid.speaker(), paid.room()));
    }

    private Person known(Speaker speaker, Tx tx) {
        Person person = table.find(tx.read(), speaker.id())
                .orElseGet(() -> table.add(tx.write(), speaker.id(), speaker.name(), tx.now()));
        if (!speaker.name().isEmpty() && !speaker.name().equals(person.names().get(speaker.id()))) {
            table.named(tx.write(), speaker.id(), speaker.name());
            return table.find(tx.read(), speaker.id()).orElseThrow();
        }
        return person;
    }

    private Reaction asked(CommandInvoked asked, Person person, Tx tx) {
        Turn turn = new Turn(asked, asked.room(), person);
        Actor actor = actor(person, asked.speaker(), asked.room());
        Linking.Asker asker = new Linking.Asker(
                asked.speaker(), person, actor.language(), !settings.alone().test(asked));
        return switch (asked.command()) {
            case SETTINGS -> answer(turn, wording.understand(asked.options()), tx);
            case LINK -> respond(turn, actor, linking.link(asker, asked.options(), tx));
            case UNLINK -> respond(turn, actor, linking.unlink(asker, asked.options(), tx));
            case WHOAMI -> respond(turn, actor, Answer.of(LinkCard.whoami(person, actor)));
            case MYDATA -> respond(turn, actor, Answer.of(forgetting.data(person, actor)));
            case FORGET -> respond(turn, actor, forgetting.forget(person, asked.options(), tx));
            default -> Reaction.actingAs(actor);
        };
    }

    /** The person may be another one by now: the features behind hear of it from what is told. */
    private Reaction respond(Turn turn, Actor actor, Answer answer) {
        List<Effect> effects = new ArrayList<>(answer.effects());
        effects.add(new Respond(turn.asking().reply(), answer.document(), actor.language(), true, NAME + ":answer"));
        return new Reaction(effects, false, actor);
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
