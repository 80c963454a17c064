/** The Jianxi Gateway: the list of packages below is the path of a submission. */
@NullMarked
package org.jianxi.gateway;

import org.jspecify.annotations.NullMarked;
