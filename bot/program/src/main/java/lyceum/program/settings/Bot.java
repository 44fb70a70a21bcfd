package lyceum.program.settings;

import lyceum.kernel.id.AuthorId;

/** A bot or webhook of others as the file names it: {@code discord:ID}, {@code telegram:ID} or {@code twitch:ID}, with its account's digits. */
public record Bot(AuthorId id) {
    public static Bot parse(String text) {
        if (!text.matches("(discord|telegram|twitch):[0-9]{1,20}")) {
            throw new IllegalArgumentException(
                    "'%s' is not a bot; write discord:ID, telegram:ID or twitch:ID with the digits of its account\n“%1$s”不是机器人；请写 discord:ID、telegram:ID 或 twitch:ID（ID 为其账号的数字）"
                            .formatted(text));
        }
        return new Bot(AuthorId.parse(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
