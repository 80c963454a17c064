/** Registries as the gateway keeps them: keyed tokens in sorted files, without a number or a name, matched as they stream by. */
@NamedInterface("snapshot")
@NullMarked
package org.jianxi.gateway.registries.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
