package lyceum.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lyceum.kernel.document.Choice;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Choices as an inline keyboard: short labels share a row. */
final class Keyboard {
    private static final int IN_A_ROW = 3;
    private static final int LETTERS_IN_A_ROW = 30;

    private Keyboard() {}

    static @Nullable InlineKeyboardMarkup of(List<Choice> choices, Function<Choice, String> label) {
        if (choices.isEmpty()) {
            return null;
        }
        List<InlineKeyboardRow> rows = new ArrayList<>();
        InlineKeyboardRow row = new InlineKeyboardRow();
        int letters = 0;
        for (Choice choice : choices) {
            String words = label.apply(choice);
            if (!row.isEmpty() && (row.size() == IN_A_ROW || letters + words.length() > LETTERS_IN_A_ROW)) {
                rows.add(row);
                row = new InlineKeyboardRow();
                letters = 0;
            }
            row.add(button(choice, words));
            letters += words.length();
        }
        rows.add(row);
        return new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton button(Choice choice, String words) {
        InlineKeyboardButton button = new InlineKeyboardButton(words);
        button.setCallbackData(choice.id());
        switch (choice.weight()) {
            case PLAIN -> {
                /* Telegram's own colour */
            }
            case GOOD -> button.setStyle("success");
            case HARMFUL -> button.setStyle("danger");
        }
        return button;
    }
}
