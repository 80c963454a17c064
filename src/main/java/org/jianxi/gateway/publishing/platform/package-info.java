/** The platforms that show our lists: who they are, how each wants an entry written, and what each was told and confirmed. */
@NamedInterface("platform")
@NullMarked
package org.jianxi.gateway.publishing.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
