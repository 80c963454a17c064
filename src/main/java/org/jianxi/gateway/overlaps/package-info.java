/** One person in two placements at once, or too long in them: found by token, for an inquiry to be opened into each. */
@ApplicationModule(allowedDependencies = {"canonical", "inquiries"})
@NullMarked
package org.jianxi.gateway.overlaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
