package lyceum.community.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;

/** Tells people what they may do here, and what Lyceum does with what they say. */
public final class Help implements Feature {
    private static final String NAME = "help";
    private static final String ABOUT = "about";

    private final List<Command> all;
    private final HelpSettings settings;

    /** @param others the commands of all other features */
    public Help(List<Command> others, HelpSettings settings) {
        this.settings = settings;
        all = new ArrayList<>(commands());
        all.addAll(others);
        all.sort(Comparator.comparing(Command::needs));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(CommandInvoked.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(NAME, List.of("帮助"), Phrase.of("help.help"), List.of(), Standing.FAN),
                new Command(ABOUT, List.of("关于"), Phrase.of("help.about"), List.of(), Standing.FAN));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case CommandInvoked asked when asked.command().equals(NAME) -> answer(asked, tx, list(standing(asked, tx)));
            case CommandInvoked asked when asked.command().equals(ABOUT) -> answer(asked, tx, about());
            default -> Reaction.NONE;
        };
    }

    private static Reaction answer(CommandInvoked asked, Tx tx, Document document) {
        return Reaction.of(
                new Respond(asked.reply(), document, language(asked, tx), true, NAME + ":" + asked.command()));
    }

    private static Language language(CommandInvoked asked, Tx tx) {
        Actor actor = tx.actor();
        Language known = actor == null ? asked.speaker().language() : actor.language();
        return known == null ? Language.EN : known;
    }

    private static Standing standing(CommandInvoked asked, Tx tx) {
        Actor actor = tx.actor();
        return actor == null ? asked.speaker().standing() : actor.standing();
    }

    private Document list(Standing standing) {
        List<Say> lines = all.stream()
                .filter(command -> standing.atLeast(command.needs()))
                .map(Help::line)
                .toList();
        return Document.of(Phrase.of("help.you-can")).plus(new Block.Bullets(lines));
    }

    private static Say line(Command command) {
        Text name = Text.of("/" + command.name().replace('-', ' '), new Mark.Bold());
        return command.aliases().isEmpty()
                ? Phrase.of("help.line", name, command.description())
                : Phrase.of(
                        "help.line-with-alias",
                        name,
                        command.description(),
                        Text.of(String.join(" / ", command.aliases())));
    }

    private Document about() {
        Document document = Document.of(Phrase.of("help.what", Text.of(settings.name(), new Mark.Bold())));
        if (!settings.joined().isEmpty()) {
            List<Say> links = settings.joined().stream().map(Help::link).toList();
            document =
                    document.plus(new Block.Paragraph(Phrase.of("help.joined"))).plus(new Block.Bullets(links));
        }
        return document.plus(new Block.Paragraph(Phrase.of("help.moderators")))
                .plus(new Block.Paragraph(Phrase.of("help.opt-out", Text.of("/settings", new Mark.Bold()))));
    }

    private static Say link(HelpSettings.Joined joined) {
        Say places = joined.platforms().stream()
                .distinct()
                .map(Help::place)
                .reduce((before, next) -> Phrase.of("help.and", before, next))
                .orElse(Text.EMPTY);
        return Phrase.of("help.link", Text.of(joined.name(), new Mark.Bold()), places);
    }

    private static Say place(PlatformName platform) {
        return switch (platform.value()) {
            case "discord", "telegram", "twitch", "room" -> Phrase.of("help.on-" + platform);
            default -> Text.of(platform.value());
        };
    }
}
