/** Tests of what the generator counts with. */
@NullMarked
package chat.parley.bench;

import org.jspecify.annotations.NullMarked;
