/** Who may send, have we seen this, keep the bytes: the sources, their keys, and admission at the door. */
@ApplicationModule(allowedDependencies = {"canonical", "signing", "documents", "forms"})
@NullMarked
package org.jianxi.gateway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
