package lyceum.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * A message as Telegram takes it.
 *
 * @param text 1 to 4,096 UTF-16 units with something to see among them
 * @param keyboard null where there is nothing to choose
 */
record Letter(
        String text, List<MessageEntity> entities, @Nullable InlineKeyboardMarkup keyboard) {
    Letter {
        entities = List.copyOf(entities);
    }
}
