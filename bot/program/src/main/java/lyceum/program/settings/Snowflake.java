package lyceum.program.settings;

/** An id of Discord's: digits. */
public record Snowflake(String value) {
    public Snowflake {
        if (!value.matches("[0-9]{1,20}")) {
            throw new IllegalArgumentException(
                    "'%s' is not an id of Discord's; write its digits, such as \"100000000000000001\"\n“%1$s”不是 Discord 的 ID；请写数字，例如 \"100000000000000001\""
                            .formatted(value));
        }
    }
}
