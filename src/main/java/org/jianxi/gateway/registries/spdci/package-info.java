/** Messages of the Digital Convergence Initiative's registry standards (SPDCI): three parts, one of them a signature over the others. */
@NamedInterface("spdci")
@NullMarked
package org.jianxi.gateway.registries.spdci;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
