/** What the thing in front of the person is called: "telefonen" where a finger points, else "computeren". */
export const deviceName = (): 'telefonen' | 'computeren' =>
  matchMedia('(pointer: coarse)').matches ? 'telefonen' : 'computeren'
