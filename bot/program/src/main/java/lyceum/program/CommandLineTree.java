package lyceum.program;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What there is to type: the commands with their options, and help and usage errors in both languages. */
final class CommandLineTree {
    private final Wording wording;
    private final Map<String, Action> actions;
    private final CommandLine root;

    /** @param actions by the command's name: one for each command of this tree */
    CommandLineTree(Wording wording, Map<String, Action> actions, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.actions = actions;
        root = new CommandLine(command("lyceum"));
        root.addSubcommand(command("demo")
                .addOption(port())
                .addOption(data())
                .addOption(flag("--no-story"))
                .addOption(limits())
                .addOption(sandbox())
                .addOption(path("--config", "demo-config", "FILE").build()));
        root.addSubcommand(
                command("sandbox").addOption(port()).addOption(data()).addOption(limits()));
        root.addSubcommand(command("run").addOption(config(true)).addOption(data()));
        root.addSubcommand(
                command("room").addOption(redis()).addOption(onePort()).addOption(bind()));
        root.addSubcommand(command("setup").addOption(config(false)));
        root.addSubcommand(command("check").addOption(config(true)).addOption(flag("--online")));
        root.addSubcommand(command("test").addOption(flag("--soak")));
        root.addSubcommand(command("driver").addPositional(named("option.driver")));
        root.addSubcommand(command("bench")
                .addPositional(named("option.bench"))
                .addOption(path("--clean", "FILE").build()));
        root.addSubcommand(moderate());
        root.addSubcommand(draw());
        root.addSubcommand(polls());
        root.addSubcommand(classes());
        root.addSubcommand(qna());
        root.addSubcommand(command("reindex").addOption(keptData()));
        root.addSubcommand(command("access")
                .addSubcommand(
                        "import",
                        new CommandLine(command("import", "access-import")
                                .addPositional(file("FILE.csv", "option.access-file"))
                                .addOption(config(true))
                                .addOption(keptData())
                                .addOption(flag("--apply")))));
        root.addSubcommand(command("audit")
                .addSubcommand(
                        "verify",
                        new CommandLine(command("verify", "audit-verify").addOption(keptData()))));
        CommandSpec warmUp = command("warm-up").addOption(data());
        warmUp.usageMessage().hidden(true);
        root.addSubcommand(warmUp);
        root.getCommandSpec().addOption(versions());
        root.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageError(wording))
                .setExecutionStrategy(this::execute);
    }

    /** Reads the arguments and runs what they ask for; the exit status. */
    int run(String... arguments) {
        return root.execute(arguments);
    }

    private int execute(ParseResult typed) throws CommandLine.ExecutionException {
        Integer helped = CommandLine.executeHelpRequest(typed);
        if (helped != null) {
            return helped;
        }
        if (!typed.hasSubcommand()) {
            root.usage(root.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        ParseResult sub = typed.subcommand();
        String name = sub.commandSpec().name();
        while (sub.hasSubcommand()) {
            sub = sub.subcommand();
            name += " " + sub.commandSpec().name();
        }
        Action action = actions.get(name);
        if (action == null) {
            sub.commandSpec().commandLine().usage(root.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return action.run(sub);
        } catch (Refusal refusal) {
            root.getErr().println("lyceum: " + wording.say(refusal.phrase()));
            return CommandLine.ExitCode.SOFTWARE;
        } catch (Exception e) {
            throw new CommandLine.ExecutionException(sub.commandSpec().commandLine(), name, e);
        }
    }

    private CommandSpec qna() {
        CommandSpec search = command("search", "qna-search")
                .addOption(keptData())
                .addOption(OptionSpec.builder("--top")
                        .paramLabel("N")
                        .type(Top.class)
                        .converters(Top::parse)
                        .description(wording.lines("option.top"))
                        .build())
                .addOption(flag("--silent-when-unsure"));
        return command("qna")
                .addSubcommand("questions", new CommandLine(command("questions", "qna-questions")))
                .addSubcommand("links", new CommandLine(command("links", "qna-links")))
                .addSubcommand(
                        "index", new CommandLine(command("index", "qna-index").addOption(keptData())))
                .addSubcommand("search", new CommandLine(search))
                .addSubcommand(
                        "export",
                        new CommandLine(command("export", "qna-export")
                                .addOption(keptData())
                                .addOption(path("--out", "out-folder", "DIR")
                                        .required(true)
                                        .build())
                                .addOption(text("--url", "URL").build())
                                .addOption(text("--title", "TITLE").build())));
    }

    private OptionSpec keptData() {
        return path("--data", "DIR").required(true).build();
    }

    /** A command with commands of its own: {@code classes occurrences}. */
    private CommandSpec classes() {
        return command("classes")
                .addSubcommand(
                        "occurrences",
                        new CommandLine(command("occurrences", "classes-occurrences")
                                .addOption(
                                        text("--start", "LOCAL").required(true).build())
                                .addOption(text("--zone", "Z").required(true).build())
                                .addOption(text("--rrule", "R").build())
                                .addOption(text("--until", "D").build())
                                .addOption(text("--count", "N").build())
                                .addOption(several("--exdate"))
                                .addOption(several("--rdate"))))
                .addSubcommand("verify", of("verify", "classes-verify", "FILE", "option.certificate"));
    }

    private OptionSpec several(String name) {
        return text(name, "L")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .build();
    }

    private CommandSpec draw() {
        CommandSpec receipt = command("receipt", "draw-receipt")
                .addPositional(file("PROOF.json", "option.draw-proof"))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("RECEIPT")
                        .index("1")
                        .arity("1")
                        .type(String.class)
                        .description(wording.lines("option.receipt"))
                        .build());
        return command("draw")
                .addSubcommand("pick", new CommandLine(command("pick", "draw-pick")))
                .addSubcommand("verify", of("verify", "draw-verify", "BUNDLE.json", "option.bundle"))
                .addSubcommand("lint", of("lint", "draw-lint", "RULES.json", "option.rules-file"))
                .addSubcommand("receipt", new CommandLine(receipt))
                .addSubcommand("log", of("log", "draw-log", "LOG.jsonl", "option.draw-log"));
    }

    /** A command of one file. */
    private CommandLine of(String name, String key, String label, String description) {
        return new CommandLine(command(name, key).addPositional(file(label, description)));
    }

    private CommandSpec polls() {
        return command("polls")
                .addSubcommand(
                        "tabulate",
                        new CommandLine(command("tabulate", "polls-tabulate")
                                .addOption(text("--method", "plurality|approval|score|irv|stv|condorcet")
                                        .required(true)
                                        .type(PollsCommand.Counting.class)
                                        .build())
                                .addOption(text("--seats", "N")
                                        .type(PollsCommand.Seats.class)
                                        .converters(PollsCommand.Seats::parse)
                                        .build())
                                .addOption(text("--tie-seed", "HEX")
                                        .type(PollsCommand.TieSeed.class)
                                        .converters(PollsCommand.TieSeed::parse)
                                        .build())));
    }

    private PositionalParamSpec file(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index("0")
                .arity("1")
                .required(true)
                .type(Path.class)
                .description(wording.lines(description))
                .build();
    }

    private CommandSpec moderate() {
        CommandSpec train = command("train", "moderate-train")
                .addOption(text("--model", "NAME").required(true).build())
                .addOption(path("--out", "FILE").required(true).build())
                .addOption(files("--labelled"))
                .addOption(files("--yes"))
                .addOption(files("--no"))
                .addOption(files("--test"));
        CommandSpec moderate = command("moderate")
                .addOption(path("--rules", "FILE").build())
                .addOption(texts("--only", "RULE,..."))
                .addOption(texts("--word", "W"))
                .addOption(path("--words", "FILE").build());
        moderate.addSubcommand("train", train);
        return moderate;
    }

    private CommandSpec command(String name) {
        return command(name, name);
    }

    /** @param phrase what its description is called */
    private CommandSpec command(String name, String phrase) {
        CommandSpec command = CommandSpec.create().name(name);
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(wording.lines("option.help"))
                .build());
        command.usageMessage()
                .synopsisHeading(wording.say("help.usage"))
                .optionListHeading(wording.say("help.options"))
                .commandListHeading(wording.say("help.commands"))
                .parameterListHeading(wording.say("help.parameters"))
                .description(wording.lines("command." + phrase))
                .sortOptions(false);
        return command;
    }

    private OptionSpec versions() {
        CommandSpec spec = root.getCommandSpec();
        spec.versionProvider(() -> new String[] {"lyceum " + version()});
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(wording.lines("option.version"))
                .build();
    }

    private static String version() {
        String version = CommandLineTree.class.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }

    private OptionSpec port() {
        return OptionSpec.builder("--port")
                .paramLabel("P")
                .type(Port.class)
                .converters(Port::parse)
                .description(wording.lines("option.port"))
                .build();
    }

    /** With its password it is better in the environment, where other users of the machine do not see it. */
    private OptionSpec redis() {
        return text("--redis", "URL")
                .required(true)
                .defaultValue("${env:LYCEUM_REDIS}")
                .build();
    }

    private OptionSpec onePort() {
        return OptionSpec.builder("--port")
                .paramLabel("P")
                .type(Port.class)
                .converters(Port::parse)
                .description(wording.lines("option.room-port"))
                .build();
    }

    private OptionSpec bind() {
        return text("--bind", "ADDRESS").build();
    }

    private OptionSpec data() {
        return path("--data", "DIR").build();
    }

    private OptionSpec config(boolean required) {
        return path("--config", "FILE").required(required).build();
    }

    private OptionSpec.Builder path(String name, String label) {
        return path(name, name.substring(2), label);
    }

    private OptionSpec.Builder path(String name, String phrase, String label) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(Path.class)
                .description(wording.lines("option." + phrase));
    }

    private OptionSpec.Builder text(String name, String label) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(wording.lines("option." + name.substring(2)));
    }

    private OptionSpec texts(String name, String label) {
        return text(name, label).type(List.class).auxiliaryTypes(String.class).build();
    }

    private OptionSpec files(String name) {
        return path(name, "FILE").type(List.class).auxiliaryTypes(Path.class).build();
    }

    private OptionSpec limits() {
        return OptionSpec.builder("--limits")
                .paramLabel("documented|off")
                .type(Limits.class)
                .description(wording.lines("option.limits"))
                .build();
    }

    private OptionSpec sandbox() {
        return OptionSpec.builder("--sandbox")
                .paramLabel("URL")
                .type(URI.class)
                .description(wording.lines("option.sandbox"))
                .build();
    }

    private OptionSpec flag(String name) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(wording.lines("option." + name.substring(2)))
                .build();
    }

    private PositionalParamSpec named(String what) {
        return PositionalParamSpec.builder()
                .paramLabel("NAME")
                .index("0")
                .arity("0..1")
                .type(String.class)
                .description(wording.lines(what))
                .build();
    }

    /** Whether the sandbox keeps to the platforms' rates. */
    enum Limits {
        DOCUMENTED,
        OFF
    }

    /** A port of the command line; two more follow it, or any free ones after 0. */
    record Port(int number) {
        static final Port DEFAULT = new Port(8080);

        static Port parse(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65533) {
                throw new CommandLine.TypeConversionException(text);
            }
            return new Port(Integer.parseInt(text));
        }
    }

    /** How many hits at most. */
    record Top(int number) {
        static final Top DEFAULT = new Top(10);

        static Top parse(String text) {
            if (!text.matches("[1-9][0-9]{0,2}")) {
                throw new CommandLine.TypeConversionException(text);
            }
            return new Top(Integer.parseInt(text));
        }
    }
}
