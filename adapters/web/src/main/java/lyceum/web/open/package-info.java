/** What anybody may see without signing in: public pages of features with their files, and overlays for streaming software. */
@NullMarked
package lyceum.web.open;

import org.jspecify.annotations.NullMarked;
