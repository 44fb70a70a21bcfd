/** Discord as a platform: JDA holds the gateway, our own requests go out under the limits that Discord announces. */
@NullMarked
package lyceum.discord;

import org.jspecify.annotations.NullMarked;
