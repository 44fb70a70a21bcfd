package lyceum.kernel.event;

import lyceum.kernel.id.PlatformName;

/**
 * What makes an event from outside the same event when it comes twice.
 *
 * @param nativeId the platform's id of the thing, unique on the platform
 * @param revision which state of the thing: empty for its creation; Telegram's update id, since edit dates have whole seconds
 */
public record Key(PlatformName platform, String nativeId, String revision) {}
