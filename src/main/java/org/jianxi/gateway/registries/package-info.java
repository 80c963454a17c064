/** Low-income, lifted-from-poverty and disability registries: who of ours stands in them. Knows no flow and no door. */
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "documents",
            "intake",
            "mapping :: notation",
            "mapping :: source",
            "mapping :: table",
            "outgoing",
            "pulling",
            "records",
            "signing"
        })
@NullMarked
package org.jianxi.gateway.registries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
