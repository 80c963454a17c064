/** Extracts of registries on their way in: from the command and from the folders that offices put them into. */
@NamedInterface("extracts")
@NullMarked
package org.jianxi.gateway.flow.extracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
