/** Registries as the match run sees them: what {@code registry.yaml} says of each, who is asked for, and what is answered. */
@NamedInterface("run")
@NullMarked
package org.jianxi.gateway.registries.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
