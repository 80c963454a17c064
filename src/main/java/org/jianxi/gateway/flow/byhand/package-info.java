/** Returns that an officer hands to the ministry, and the ministry's word typed back in. */
@NamedInterface("byhand")
@NullMarked
package org.jianxi.gateway.flow.byhand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
