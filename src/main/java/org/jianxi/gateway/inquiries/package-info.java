/** Inquiries: what records make look doubtful, asked of every unit whose records it rests on; each closes its part, and nobody decides by itself. */
@ApplicationModule(allowedDependencies = {"canonical", "signing"})
@NullMarked
package org.jianxi.gateway.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
