/** Stand-ins for parties we do not have: real servers on loopback that misbehave as they are told. For demo and tests. */
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "documents",
            "signing",
            "registries::blind",
            "registries::lookups",
            "registries::spdci"
        })
@NullMarked
package org.jianxi.gateway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
