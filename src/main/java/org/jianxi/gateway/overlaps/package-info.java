/** One person in two placements at once, or too long in them: found by token, and a case that each side closes with what it found. */
@ApplicationModule(allowedDependencies = {"canonical", "signing"})
@NullMarked
package org.jianxi.gateway.overlaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
