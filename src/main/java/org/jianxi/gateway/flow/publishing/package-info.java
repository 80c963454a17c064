/** The lists shown to everybody: what stands in them now, and bringing that to the platforms. */
@NamedInterface("publishing")
@NullMarked
package org.jianxi.gateway.flow.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
