package lyceum.program.setup;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.config.Secret;
import lyceum.kernel.person.Language;
import lyceum.program.setup.Answers.OnDiscord;
import lyceum.program.setup.Answers.OnTelegram;
import lyceum.program.setup.Answers.OnTwitch;

/** Writes the config and, beside it in the folder {@code secrets}, each token in a file of its own; nobody else may read them. */
final class ConfigWriter {
    private final Path file;
    private final Path secrets;

    ConfigWriter(Path file) {
        this.file = file.toAbsolutePath();
        this.secrets = this.file.resolveSibling("secrets");
    }

    void write(Answers answers, Language language) throws IOException {
        Files.createDirectories(secrets.resolve(".."));
        if (!Files.isDirectory(secrets)) {
            Files.createDirectory(secrets, only("rwx------"));
        }
        StringBuilder yaml = new StringBuilder();
        yaml.append("community:\n  name: %s\n  language: %s\n".formatted(quoted(answers.community()), language.tag()));
        if (answers.discord().isPresent()) {
            OnDiscord discord = answers.discord().get();
            yaml.append("discord:\n" + token(discord.token(), "discord-token"));
            yaml.append("  guild: %s\n".formatted(quoted(discord.guild())) + api(discord.api()));
        }
        if (answers.telegram().isPresent()) {
            OnTelegram telegram = answers.telegram().get();
            yaml.append("telegram:\n" + token(telegram.token(), "telegram-token") + api(telegram.api()));
        }
        if (answers.twitch().isPresent()) {
            yaml.append(twitch(answers.twitch().get()));
        }
        if (answers.linked().size() > 1) {
            yaml.append("bridge:\n  links:\n    - name: general\n      rooms: %s\n".formatted(list(answers.linked())));
        }
        if (!answers.moderators().isEmpty()) {
            yaml.append("moderation:\n  rooms: %s\n".formatted(list(answers.moderators())));
        }
        create(file, yaml.toString());
    }

    private String twitch(OnTwitch twitch) throws IOException {
        String owner = twitch.owner().isPresent()
                ? token(twitch.owner().get(), "twitch-owner-token").replace("  token-file", "  owner-token-file")
                : "";
        return "twitch:\n" + token(twitch.token(), "twitch-token") + owner
                + "  channel: %s\n".formatted(quoted(twitch.channel())) + api(twitch.api());
    }

    private String token(Secret token, String name) throws IOException {
        Path path = secrets.resolve(name);
        Files.deleteIfExists(path); // an older one would keep its own permissions
        create(path, token.reveal() + "\n");
        return "  token-file: secrets/%s\n".formatted(name);
    }

    private static String api(Optional<URI> api) {
        return api.map(address -> "  api: %s\n".formatted(quoted(address.toString())))
                .orElse("");
    }

    private static String list(List<String> texts) {
        return texts.stream().map(ConfigWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As JSON's text, which is also YAML's. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static void create(Path path, String text) throws IOException {
        try (var channel = Files.newByteChannel(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), only("rw-------"))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Permissions from the first moment, where the file system knows them. */
    private static FileAttribute<?>[] only(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
