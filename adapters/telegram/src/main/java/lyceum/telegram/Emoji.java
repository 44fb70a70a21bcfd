package lyceum.telegram;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The emoji that a bot may put on a message, of which it has one (Bot API, ReactionTypeEmoji). Telegram writes them without the
 * selector U+FE0F; elsewhere they are written with it.
 */
final class Emoji {
    private static final String SELECTOR = "\ufe0f";

    private static final Map<String, String> BY_TELEGRAMS_SPELLING = Stream.of(
                    ("👍 👎 ❤️ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊️ 🤡 🥱 🥴 😍 🐳 ❤️‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕"
                                    + " 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍️ 🤗 🫡 🎅 🎄 ☃️ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷"
                                    + " 🤷‍♀️ 😡")
                            .split(" "))
            .collect(Collectors.toUnmodifiableMap(Emoji::bare, Function.identity()));

    private Emoji() {}

    /** The first that Telegram takes, in its own spelling; empty where it takes none. */
    static List<String> fitting(List<String> wanted) {
        return wanted.stream()
                .map(Emoji::bare)
                .filter(BY_TELEGRAMS_SPELLING::containsKey)
                .limit(1)
                .toList();
    }

    /** As it is written elsewhere. */
    static String read(String emoji) {
        return BY_TELEGRAMS_SPELLING.getOrDefault(bare(emoji), emoji);
    }

    private static String bare(String emoji) {
        return emoji.replace(SELECTOR, "");
    }
}
