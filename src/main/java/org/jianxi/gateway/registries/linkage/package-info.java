/** People without a number: what name, birth date and place add up to, for a person to look at. Decides nothing. Pure. */
@NamedInterface("linkage")
@NullMarked
package org.jianxi.gateway.registries.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
