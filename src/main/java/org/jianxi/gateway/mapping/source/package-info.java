/** A sender's document of any format, asked for what stands at an address; a whole one, or one record of a long one. */
@NamedInterface("source")
@NullMarked
package org.jianxi.gateway.mapping.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
