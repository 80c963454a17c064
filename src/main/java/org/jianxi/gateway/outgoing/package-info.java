/** How a call is made to somebody else's server, and made again: limits on time and bytes, and how long to wait. Knows no message. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jianxi.gateway.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
